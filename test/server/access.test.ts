import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeToken, createToken } from '../../src/filing/tokens/tokens.js';
import { accessOf, accessRules } from '../../src/server/accessRules.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { actorNamed, administratorToken } from '../support/actors.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
});

afterAll(() => service.close());

/** Fills the parameters of a route with something. */
const example = (url: string) =>
  url.replace(':id', '1').replace(':agency', 'a').replace(':file', '2024.xlsx').replace(':asset', 'x.js');

/** `METHOD /url` of every route that is registered, read off the router itself. */
function registeredRoutes(): string[] {
  const branches: string[] = [];
  return service.server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', path = '', methods = ''] = /^([│ ├└─]*)(\S.*?) \((.+)\)$/.exec(line) ?? [];
      const [, bareIndent = '', barePath = ''] = /^([│ ├└─]*)(\S+)$/.exec(line) ?? [];
      const depth = (indent || bareIndent).length / 4;
      branches.splice(Math.max(0, depth - 1), branches.length, path || barePath);
      return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${branches.join('')}`);
    });
}

describe('access', () => {
  test('every registered route has a rule, and every rule a route', () => {
    const routes = registeredRoutes();
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes) {
      const [method = '', url = ''] = route.split(' ');
      expect(accessOf(method, url), route).toBeDefined();
    }
    for (const rule of Object.keys(accessRules)) expect(routes, rule).toContain(rule);
  });

  test('a route without a rule cannot be registered', () => {
    expect(accessOf('GET', '/secret')).toBeUndefined();
    expect(accessOf('DELETE', '/graphql')).toBeUndefined();
  });

  const guarded = Object.entries(accessRules)
    .filter(([, access]) => access !== 'open')
    .map(([route]) => route);

  test.each(guarded)('%s asks for a token', async (route) => {
    const [method = '', url = ''] = route.split(' ');
    for (const headers of [
      {},
      { Authorization: 'Bearer nb_wrong' },
      { Authorization: `Basic ${service.token}` },
      { Authorization: service.token },
      { Authorization: 'Bearer ' },
    ]) {
      const answer = await service.fetch(example(url), {
        method,
        headers: headers as Record<string, string>,
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(json(answer)).toMatchObject({
        code: 'UNAUTHENTICATED',
        message: expect.stringContaining('令牌'),
        requestId: expect.any(String),
      });
    }
  });

  test.each(['/healthz', '/readyz', '/metrics', '/schema.graphql', '/playground', '/playground/start.js'])(
    '%s is open',
    async (url) => {
      expect((await service.fetch(url, { headers: {} })).status).toBe(200);
    },
  );

  test('a revoked token opens nothing from the next request on', async () => {
    const { token } = await service.database.transaction((manager) =>
      createToken(manager, actorNamed('测试'), administratorToken('短期')),
    );
    const headers = { Authorization: `Bearer ${token}` };
    expect((await service.fetch('/forms/2021/blank.xlsx', { headers })).status).toBe(200);
    await service.database.transaction((manager) => revokeToken(manager, actorNamed('测试'), '短期'));
    expect((await service.fetch('/forms/2021/blank.xlsx', { headers })).status).toBe(401);
  });

  test('GraphQL tells a client without a token where GraphQL clients look', async () => {
    const answer = await service.fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ forms { id } }' }),
    });
    expect(answer.status).toBe(401);
    expect(at(json(answer), 'errors', 0, 'extensions', 'code')).toBe('UNAUTHENTICATED');
  });

  test.each(['/nothing', '/graphql/x', '/reports/a', '/../package.json', '/playground/../../x'])(
    'GET %s does not exist, and says so in Chinese',
    async (url) => {
      const answer = await service.fetch(url);
      expect(answer.status).toBe(404);
      expect(json(answer)).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('没有') });
    },
  );
});
