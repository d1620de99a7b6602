import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { isOperation, operations, reachOf, type Operation } from '../../src/rights/operations.js';
import { recordAllCounted } from '../../src/filing/audit/auditRefusal.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { openAccount, signInAs, type Browser } from '../support/people.js';
import { send, type Credentials, type Reply } from './answers.js';
import { samples } from './samples.js';
import { buildWorld, type Position, type World } from './world.js';

let world: World;
/** Somebody of each role who acts for the city. */
const people = new Map<Role, Browser>();

beforeAll(async () => {
  world = await buildWorld();
  const { service, places } = world;
  for (const role of Object.values(Role)) {
    const name = role.toLowerCase().replaceAll('_', '-');
    const password = await openAccount(service, name, [{ role, agency: places.own.code }], {
      displayName: `历山的${role}`,
    });
    people.set(role, await signInAs(service, name, password));
  }
});
afterAll(() => world.service.close());

const all = Object.keys(operations).filter(isOperation);
const isMutation = (operation: Operation) => /^(Mutation\.|POST |PUT |DELETE )/.test(operation);

function headersOf(role: Role, more: Readonly<Record<string, string>> = {}): Credentials {
  return { Cookie: people.get(role)?.cookie ?? '', Origin: world.service.address, ...more };
}

async function ask(operation: Operation, credentials: Credentials, position: Position): Promise<Reply> {
  const sample = samples[operation];
  if (!sample) throw new Error(`${operation} has no sample request`);
  const place = world.places[position];
  return send(world, credentials, await sample.ask(place, world), place);
}

/** What was done, as a token of the same role and scope is told. Names differ: of who asks, and, to people, of what. */
const sameWords = ({ normal }: Reply) =>
  normal
    .replaceAll(/(令牌|账号)“[^”]*”/g, '*')
    .replaceAll(/的(令牌|账号)；/g, '的*；')
    .replaceAll(/不能办理(这一项| [^。]+)。/g, '不能办理*。');

describe('whoever is signed in may do what a token of the same role may', () => {
  test.each(all.flatMap((operation) => Object.values(Role).map((role) => [operation, role] as const)))(
    '%s as %s',
    async (operation, role) => {
      for (const position of ['own', 'outside'] as const) {
        const bySession = await ask(operation, headersOf(role), position);
        const byToken = await ask(operation, world.scoped[role], position);
        expect([position, bySession.code], bySession.learnt.slice(0, 300)).toEqual([position, byToken.code]);
        if (reachOf(role, operation) === undefined) {
          expect(bySession.code).toBe('FORBIDDEN');
          expect(bySession.normal).toContain('不能办理这一项。');
          expect(sameWords(bySession)).toBe(sameWords(byToken));
        }
      }
    },
  );
});

test('a forged request of another site changes nothing, whoever is signed in', async () => {
  const state = async () => {
    const tables = [
      'account',
      'account_office',
      'agency',
      'report',
      'report_version',
      'token',
      'audit_entry',
    ];
    const counts = tables.map(
      (table) =>
        `(SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM ${table} AS t) AS ${table}`,
    );
    return world.service.database.query<object[]>(`SELECT ${counts.join(', ')}`);
  };
  // What was refused before is counted, and recorded when its minute is over: now, not in the middle of this.
  await recordAllCounted(world.service.database);
  for (const operation of all.filter(isMutation)) {
    const sample = samples[operation];
    const call = await sample?.ask(world.places.own, world);
    if (!call) throw new Error(`${operation} has no sample request`);
    const before = await state();
    for (const Origin of ['https://evil.example', 'null', `${world.service.address}.evil.example`]) {
      const reply = await send(world, headersOf(Role.ADMINISTRATOR, { Origin }), call, world.places.own);
      expect([operation, reply.normal.slice(0, 3), reply.code]).toEqual([operation, '403', 'CROSS_SITE']);
    }
    expect([operation, await state()]).toEqual([operation, before]);
  }
});

test('without a session nothing is done', async () => {
  for (const operation of all)
    for (const Cookie of ['', 'nianbao_session=', `nianbao_session=${'A'.repeat(43)}`]) {
      const { code, normal } = await ask(operation, { Cookie, Origin: world.service.address }, 'own');
      expect([operation, normal.slice(0, 3), code]).toEqual([operation, '401', 'UNAUTHENTICATED']);
    }
});

test('a session whose account is closed, or whose office is taken away, opens nothing', async () => {
  const { service, places } = world;
  const own = [{ role: Role.AUDITOR, agency: places.own.code }];
  for (const [name, mutation] of [
    ['leaving', 'personClose(name: "leaving", reason: "调离")'],
    ['moving', 'personUpdate(name: "moving", input: { offices: [{ role: FILER, agency: "370101" }] })'],
  ] as const) {
    const browser = await signInAs(service, name, await openAccount(service, name, own));
    const look = () => browser.send('POST', '/graphql', { query: '{ viewer { role } }' });
    expect((await look()).status).toBe(200);
    expect(await service.graphql(`mutation { ${mutation} { userErrors { code } } }`)).toMatchObject({
      data: {},
    });
    expect((await look()).status).toBe(401);
  }
});

test('the audit trail names the person, and is whole but for what was forged', async () => {
  const [entry] = await world.service.database.query<object[]>(
    `SELECT actor, role FROM audit_entry WHERE action = 'AGENCY_CHANGED' AND actor LIKE '历山的%' LIMIT 1`,
  );
  expect(entry).toMatchObject({ actor: expect.stringMatching(/^历山的\w+（[\w-]+）$/) });
  // The world of these tests changes the role of one token in the database.
  expect(await verifyAudit(world.service.database.manager)).toMatchObject([
    { chain: 'system', kind: 'EDITED', message: expect.stringContaining('令牌“全域填报”') as string },
  ]);
});
