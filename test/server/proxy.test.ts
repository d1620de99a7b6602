import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEntry } from '../../entities/audit/AuditEntry.js';
import { auditRefusal, recordAllCounted } from '../../src/filing/audit/auditRefusal.js';
import { trustedProxy } from '../../src/cli/trustedProxy.js';
import { readSettings } from '../../src/cli/settings.js';
import { RequestCounts } from '../../src/server/rates/RequestCounts.js';
import { actor } from '../support/filing.js';
import { json, startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ workers: 1 }, { trustProxy: 1, requestsPerMinute: 20 });
});
afterAll(() => server.close());

test('who is believed about addresses is named, never everybody', () => {
  expect(trustedProxy('false')).toBe(false);
  expect(trustedProxy('2')).toBe(2);
  expect(trustedProxy('127.0.0.1, 10.0.0.0/8,::1')).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
  expect(() => readSettings({ NIANBAO_TRUST_PROXY: 'true' })).toThrow(/不能再写 true.*例如 1/);
  for (const wrong of ['yes', '0', '10.0.0.0/99', '1.2.3', '127.0.0.1,'])
    expect(() => trustedProxy(wrong)).toThrow('NIANBAO_TRUST_PROXY');
});

test('of the addresses a client forwards only the one that the proxy saw is written down', async () => {
  await server.fetch('/graphql', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${server.token}`,
      'Content-Type': 'application/json',
      'X-Forwarded-For': '6.6.6.6, 203.0.113.9',
    },
    body: JSON.stringify({
      query: 'mutation { agencyRegister(input: { code: "P1", name: "代理局" }) { userErrors { code } } }',
    }),
  });
  const entry = await server.database.manager.findOneByOrFail(AuditEntry, { action: 'AGENCY_REGISTERED' });
  expect(entry.address).toBe('203.0.113.9');
});

test('a token that is used from many addresses is limited as one, health never', async () => {
  const asked = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      server.fetch('/api/v1/forms/2021', {
        headers: { Authorization: `Bearer ${server.token}`, 'X-Forwarded-For': `203.0.113.${index + 20}` },
      }),
    ),
  );
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(asked.length - refused.length).toBeGreaterThan(0);
  expect(json(refused[0]!)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(refused[0]?.headers.get('retry-after')).toBe('60');
  for (let index = 0; index < 40; index += 1) expect((await server.fetch('/healthz')).status).toBe(200);
});

test('counts begin anew after a minute, also with a clock that runs back', () => {
  const counts = new RequestCounts(1);
  expect([counts.allows('a', 0), counts.allows('a', 1), counts.allows('b', 2)]).toEqual([true, false, true]);
  expect(counts.allows('a', 60_000)).toBe(true);
  expect(counts.allows('a', 59_000)).toBe(true);
});

test('refusals of one kind in one minute are the first and one more entry with their count', async () => {
  const attempt = { operation: 'Mutation.cellCorrect', code: 'VERSION_CONFLICT' } as const;
  for (let index = 0; index < 50; index += 1) await auditRefusal(server.database, actor, attempt);
  await auditRefusal(server.database, actor, { ...attempt, code: 'LOCKED' });
  await recordAllCounted(server.database);
  const entries = await server.database.manager.find(AuditEntry, {
    where: { action: 'REFUSED', actor: actor.name },
    order: { sequence: 'ASC' },
  });
  expect(entries.map(({ chain, details }) => [chain, details['code'], details['count']])).toEqual([
    ['refused', 'VERSION_CONFLICT', undefined],
    ['refused', 'LOCKED', undefined],
    ['refused', 'VERSION_CONFLICT', 49],
  ]);
});
