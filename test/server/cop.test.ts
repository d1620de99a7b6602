import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
const logged: string[] = [];
beforeAll(async () => {
  service = await startTestServer(undefined, {
    logLevel: 'error',
    logStream: { write: (line) => logged.push(line) },
  });
  await service.register('A', '甲市林业局');
});
afterAll(() => service.close());

const token = () => ({ Authorization: `Bearer ${service.token}` });
const post = (body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  service.fetch('/graphql', { method: 'POST', headers: { ...token(), ...headers }, body });
const ask = (query: string) => post(JSON.stringify({ query }));
const codeOf = (answer: { text: string }) =>
  at(JSON.parse(answer.text) as Json, 'errors', 0, 'extensions', 'code');
const get = (query: string, headers: Record<string, string>) =>
  service.fetch(`/graphql?${new URLSearchParams({ query })}`, { headers });

describe('the checks of graphql-cop', () => {
  test('alias overloading', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index}: __typename`).join(' ');
    expect(codeOf(await ask(`{ ${aliases} }`))).toBe('QUERY_TOO_LARGE');
  });

  test('batch queries', async () => {
    const batch = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    const answer = await post(batch);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('"Query"');
  });

  test('directive overloading', async () => {
    const answer = await ask(`{ __typename ${'@aa'.repeat(10)} }`);
    expect(codeOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(codeOf(await ask(`{ __typename ${'@include(if: true)'.repeat(50)} }`))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('circular query by introspection', async () => {
    const circle = 'fields { type { '.repeat(10) + 'name' + ' } }'.repeat(10);
    expect(codeOf(await ask(`{ __schema { types { ${circle} } } }`))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('field duplication', async () => {
    expect(codeOf(await ask(`{ ${'__typename '.repeat(10_000)} }`))).toBe('QUERY_TOO_LARGE');
  });

  test('introspection is for whoever has a token', async () => {
    const body = JSON.stringify({ query: getIntrospectionQuery() });
    const headers = { 'Content-Type': 'application/json' };
    expect((await service.fetch('/graphql', { method: 'POST', headers, body })).status).toBe(401);
    expect((await post(body)).status).toBe(200);
  });

  test('field suggestions help whoever has a token, and nobody else', async () => {
    expect((await ask('{ agencie { nodes { id } } }')).text).toContain('Did you mean');
    const body = JSON.stringify({ query: '{ agencie { nodes { id } } }' });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await service.fetch('/graphql', { method: 'POST', headers, body });
    expect([answer.status, answer.text.includes('Did you mean')]).toEqual([401, false]);
  });

  test('queries by GET ask for the token, which no page of another host can send', async () => {
    expect((await get('{ __typename }', {})).status).toBe(401);
    expect((await get('{ __typename }', { Cookie: 'nianbao=x' })).status).toBe(401);
  });

  test('mutations by GET', async () => {
    expect((await get('mutation { __typename }', token())).status).toBe(405);
  });

  test('no GraphiQL', async () => {
    for (const path of ['/graphiql', '/console', '/graphql/'])
      expect((await service.fetch(path, { headers: { ...token(), Accept: 'text/html' } })).status).toBe(404);
    const page = await service.fetch('/graphql', { headers: { ...token(), Accept: 'text/html' } });
    expect(page.text).not.toMatch(/graphiql|playground|<html/i);
  });

  test('trace mode', async () => {
    const answer = await post(JSON.stringify({ query: '{ __typename }' }), {
      'Content-Type': 'application/json',
      'apollo-federation-include-trace': 'ftv1',
    });
    expect(json(answer)).toEqual({ data: { __typename: 'Query' } });
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'a body as %s, which a page of another host can send',
    async (type) => {
      const answer = await post('query=%7B__typename%7D', { 'Content-Type': type });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('"Query"');
    },
  );

  test('unhandled errors say nothing of the program', async () => {
    for (const body of [
      '{"query": 7}',
      '{',
      '[]',
      '{"query": "{"}',
      '{"variables": "x", "query": "{ a }"}',
    ]) {
      const { text, status } = await post(body);
      expect([body, status >= 400 && status < 500]).toEqual([body, true]);
      expect(text).not.toMatch(/stack|node_modules|INTERNAL/);
    }
  });
});

describe('INTERNAL is in the log under its number, wherever it comes from', () => {
  const failing = async (work: () => Promise<{ text: string; headers: Headers }>) => {
    logged.length = 0;
    await service.database.query('ALTER TABLE report RENAME TO report_away');
    try {
      const { text, headers } = await work();
      const number = headers.get('x-request-id') ?? '';
      expect(text).toContain('INTERNAL');
      expect(text).toContain(number);
      expect(text).not.toMatch(/relation|report_away|SELECT/);
      expect(logged.filter((line) => line.includes(number)).join('\n')).toContain('relation');
    } finally {
      await service.database.query('ALTER TABLE report_away RENAME TO report');
    }
  };

  test('a field of GraphQL', () =>
    failing(() => ask('{ reports { nodes { id } } agency(code: "A") { name } }')));
  test('a flat route', () => failing(() => service.fetch('/api/v1/reports/A/2024.json')));
  test('a stream that has begun', () => failing(() => service.fetch('/api/v1/reports.ndjson')));
  test('reports that are pushed', () =>
    failing(() =>
      service.fetch('/api/v1/reports', {
        method: 'POST',
        headers: { ...token(), 'Content-Type': 'application/x-ndjson' },
        body: JSON.stringify({ form: '2021', year: 2024, agency: '甲市林业局', agencyCode: 'A', cells: {} }),
      }),
    ));
});

describe('what people send', () => {
  test.each(['A\u200b1', 'A\n1', 'A\u202e1', 'A\ufeffB', 'A\u3000B'])(
    'a code %j is refused',
    async (code) => {
      const answer = await service.graphql(
        'mutation ($input: AgencyInput!) { agencyRegister(input: $input) { userErrors { code path } } }',
        { input: { code, name: '丙局' } },
      );
      expect(at(answer, 'data', 'agencyRegister', 'userErrors', 0)).toEqual({
        code: 'INVALID_REQUEST',
        path: ['input', 'code'],
      });
    },
  );

  test('prose that is no prose any more is refused', async () => {
    const sections = [{ id: 'overview', title: '一、总体情况', text: '长'.repeat(100_001) }];
    const answer = await service.fetch('/api/v1/reports', {
      method: 'POST',
      headers: { ...token(), 'Content-Type': 'application/json' },
      body: JSON.stringify({
        form: '2021',
        year: 2024,
        agency: '甲市林业局',
        agencyCode: 'A',
        cells: {},
        sections,
      }),
    });
    const problems = at(json(answer), 'problems') as Json[];
    expect(problems.map((each) => at(each, 'code'))).toContain('TOO_LARGE');
  });
});
