import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, json, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
  await service.register('A', '甲市林业局');
});
afterAll(() => service.close());

const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  service.fetch('/graphql', {
    method: 'POST',
    headers: { Authorization: `Bearer ${service.token}`, 'Content-Type': type },
    body,
  });

describe('a wrong request is answered with a code, never INTERNAL', () => {
  const cursor = (keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  test.each([
    `{ reports(orderBy: CHANGED_DESC, after: "${cursor(['9999-99-99 99:99:99+99', '00000000-0000-4000-8000-000000000000'])}") { nodes { id } } }`,
    `{ reports(after: "${cursor(['A', 2 ** 40])}") { nodes { id } } }`,
    `{ changes(after: "${cursor([1.5])}") { nodes { at } } }`,
    `{ changes(after: "${cursor([1e300])}") { nodes { at } } }`,
    '{ progress(agency: "A", year: 2147483647) { total } }',
    '{ reminders(agency: "A", year: -5) { totalCount } }',
    '{ rollUp(agency: "A", year: 99999) { filed } }',
    '{ agencies(filter: { validIn: 999999 }) { totalCount } }',
    '{ nodes(ids: []) { id } node(id: "\\u0000") { id } }',
    'subscription { reports { id } }',
    'subscription { changes }',
    '{ report(agency: "\\uD800", year: 2024) { id } }',
    '{ agencies(filter: { under: "" }) { totalCount } }',
  ])('%s', async (query) => {
    const { text, status } = await post(JSON.stringify({ query }));
    expect(text).not.toContain('INTERNAL');
    expect(status).toBeLessThan(500);
  });

  test('one wrong field leaves its neighbours', async () => {
    const answer = await service.graphql('{ reports(first: 0) { totalCount } agency(code: "A") { name } }');
    expect(at(answer, 'data')).toEqual({ reports: null, agency: { name: '甲市林业局' } });
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
  });
});

describe('what comes is UTF-8', () => {
  const query = '{ agency(code: "甲") { id } }';

  test('bytes of another encoding and another charset are refused', async () => {
    const bytes = new Uint8Array(iconv.encode(JSON.stringify({ query }), 'gbk'));
    for (const answer of [
      await post(bytes),
      await post(JSON.stringify({ query }), 'application/json; charset=GBK'),
    ])
      expect([answer.status, at(json(answer), 'code')]).toEqual([400, 'INVALID_REQUEST']);
    expect((await post(JSON.stringify({ query }), 'application/json; charset=utf-8')).status).toBe(200);
  });
});

describe('GraphQL by GET', () => {
  const get = (parameters: Record<string, string>, headers: Record<string, string>) =>
    service.fetch(`/graphql?${new URLSearchParams(parameters)}`, { headers });
  const query = '{ agency(code: "A") { name } }';

  test('answers queries, also by their hash, and changes nothing', async () => {
    const headers = { Authorization: `Bearer ${service.token}` };
    expect(at(json(await get({ query }, headers)), 'data', 'agency', 'name')).toBe('甲市林业局');
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const extensions = JSON.stringify({ persistedQuery });
    const unknown = json(await get({ extensions }, headers));
    expect(at(unknown, 'errors', 0, 'extensions', 'code')).toBe('PERSISTED_QUERY_NOT_FOUND');
    await get({ query, extensions }, headers);
    expect(at(json(await get({ extensions }, headers)), 'data', 'agency', 'name')).toBe('甲市林业局');
    const mutation = await get(
      { query: 'mutation { tokenRevoke(name: "x") { userErrors { code } } }' },
      headers,
    );
    expect(mutation.status).toBe(405);
    expect((await get({ query }, {})).status).toBe(401);
  });

  test('data is not kept by what stands between', async () => {
    const answer = await post(JSON.stringify({ query }));
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });
});
