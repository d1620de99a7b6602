import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleQueries } from '../../src/server/playground/sampleQueries.js';
import { startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
});

afterAll(() => service.close());

const open = { headers: {} };

describe('pages', () => {
  test('the playground comes from here alone', async () => {
    const page = await service.fetch('/playground', open);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(page.text).toContain('<base href="/playground/">');
    const named = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? '');
    for (const name of named.filter((each) => each !== '/playground/')) {
      const asset = await service.fetch(`/playground/${name}`, open);
      expect(asset.status, name).toBe(200);
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('the script of the playground holds no token and keeps it for the tab only', async () => {
    const { text, headers } = await service.fetch('/playground/start.js', open);
    expect(headers.get('content-type')).toContain('text/javascript');
    expect(text).toContain("'nianbao.token'");
    expect(text).not.toContain('nb_');
    expect(text).not.toContain('localStorage');
    expect(text).toContain('zh-CN');
  });

  test.each(sampleQueries)('the sample query $name fits the schema', ({ query }) => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    expect(validate(schema, parse(query))).toEqual([]);
  });

  test.each(sampleQueries.filter(({ query }) => !query.includes('mutation')))(
    'the sample query $name runs',
    async ({ query, variables }) => {
      expect(await service.graphql(query, variables)).not.toHaveProperty('errors');
    },
  );

  test('the schema that is served is the one that is committed', async () => {
    const { text } = await service.fetch('/schema.graphql', open);
    expect(text).toBe(readFileSync('schema.graphql', 'utf8'));
  });

  test('metrics count requests by route, not by address', async () => {
    await service.fetch('/reports/secret-agency/2024.xlsx');
    const { text } = await service.fetch('/metrics');
    expect(text).toContain('route="/reports/:agency/:file"');
    expect(text).not.toContain('secret-agency');
  });
});
