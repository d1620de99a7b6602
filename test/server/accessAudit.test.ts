import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { requestIdOf } from '../../src/server/answers/requestIdOf.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { json, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;
const key = 'requests.received.naturalPerson';

beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  await filing.register('A1', '=HYPERLINK("http://x","甲局")');
  await filing.register('B1', '乙局');
  for (const agency of ['A1', 'B1'])
    await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency })]);
  await filing.correct({
    agency: 'A1',
    year: 2024,
    changes: [{ key, value: '5' }],
    reason: '+1+cmd|calc',
  });
});
afterAll(() => service.close());

/** The lines of an export without its heading, split at commas. */
async function rows(query = ''): Promise<string[]> {
  const answer = await service.fetch(`/audit.csv${query}`);
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.text.trimEnd().split('\r\n').slice(1);
}

describe('GET /audit.csv', () => {
  test('is a table with a heading, the newest first, and runs nothing as a formula', async () => {
    const answer = await service.fetch('/audit.csv?agency=A1');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const [heading = '', ...lines] = answer.text.trimEnd().split('\r\n');
    expect(heading).toMatch(/^\uFEFF?时间,操作人,角色,地址,请求编号,操作,操作代码,机关代码/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('更正了数字,CELL_CORRECTED,A1,');
    expect(lines[0]).toContain(`${key}：`);
    expect(lines[0]).toContain(",'+1+cmd|calc,");
    expect(lines[0]).toContain(`"'=HYPERLINK(""http://x"",""甲局"")"`);
    for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
  });

  test('is filtered by agency, year, actor, action, cell and time', async () => {
    const all = await rows();
    expect(all.length).toBeGreaterThan(5);
    expect(await rows('?agency=B1')).toHaveLength(2);
    expect(await rows('?year=2024')).toHaveLength(3);
    expect(await rows('?year=2023')).toHaveLength(0);
    expect(await rows(`?key=${key}`)).toHaveLength(1);
    expect(await rows('?action=CELL_CORRECTED,AGENCY_REGISTERED')).toHaveLength(3);
    expect(await rows('?actor=%E6%97%A0%E4%BA%BA')).toHaveLength(0);
    expect(await rows('?from=2999-01-01')).toHaveLength(0);
    expect(await rows('?to=2000-01-01')).toHaveLength(0);
    expect(await rows('?from=2000-01-01T00:00:00%2B08:00&to=2999-01-01')).toHaveLength(all.length);
    expect(await rows('?agency=%E6%B2%A1%E6%9C%89')).toHaveLength(0);
  });

  test.each([
    '?agencies=A1',
    '?year=24',
    '?action=GUESSED',
    '?from=2025-02-30',
    '?agency=A1&agency=B1',
    '?key=',
  ])('%s is refused, not ignored', async (query) => {
    const answer = await service.fetch(`/audit.csv${query}`);
    expect(answer.status).toBe(400);
    expect(json(answer)).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
  });

  test('a trail longer than a page comes whole', async () => {
    const { database } = service;
    const before = (await rows()).length;
    const refuse = (number: number) =>
      service.graphql(
        `mutation { reportSubmit(report: { agency: "没有${number}", year: 2024 }, expectedVersion: 1) { userErrors { code } } }`,
      );
    // More than are read at once.
    for (let from = 0; from < 510; from += 30)
      await Promise.all(Array.from({ length: 30 }, (_, index) => refuse(from + index)));
    const after = await rows();
    expect(after).toHaveLength(before + 510);
    expect(new Set(after).size).toBe(after.length);
    const [counted] = await database.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM audit_entry',
    );
    expect(counted?.count).toBe(after.length);
  });
});

describe('the number of a request', () => {
  test('is the one it came with, if it can be one', async () => {
    expect(requestIdOf('proxy-1:42.A_b')).toBe('proxy-1:42.A_b');
    for (const forged of ['a b', 'a\nb', '编号', '', 'x'.repeat(65), '<script>', ['a', 'b'], undefined])
      expect(requestIdOf(forged)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('stands in the answer and in the audit trail', async () => {
    const headers = {
      Authorization: `Bearer ${service.token}`,
      'Content-Type': 'application/json',
      'X-Request-Id': 'proxy-7',
    };
    const query = 'mutation { tokenRevoke(name: "没有") { userErrors { code } } }';
    const answer = await service.fetch('/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    expect(answer.headers.get('x-request-id')).toBe('proxy-7');
    const found: unknown = await service.database.query(
      `SELECT action, details, address FROM audit_entry WHERE request_id = 'proxy-7'`,
    );
    expect(found).toEqual([
      {
        action: 'REFUSED',
        details: { operation: 'Mutation.tokenRevoke', code: 'TOKEN_UNKNOWN' },
        address: '127.0.0.1',
      },
    ]);
  });
});
