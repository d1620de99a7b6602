import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { isOperation, operations, reachOf, type Operation } from '../../src/rights/operations.js';
import { roles } from '../../src/rights/roles.js';
import { recordAllCounted } from '../../src/filing/audit/auditRefusal.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { send, type Reply } from './answers.js';
import { samples, type Sample } from './samples.js';
import { buildWorld, positions, type Position, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.service.close());

const all = Object.keys(operations).filter(isOperation);
const isMutation = (operation: Operation) => /^(Mutation\.|POST )/.test(operation);
const cases = all.flatMap((operation) => Object.values(Role).map((role) => [operation, role] as const));

/** What each request of these tests must leave in the audit trail. */
const expectedEntries = new Map<string, { readonly asked: string; readonly count: number }>();
/** How often each operation must be on record as refused, by the code of the answer. */
const expectedRefusals = new Map<string, number>();

function expectEntry(operation: Operation, { requestId, code }: Reply, position: Position): void {
  const isRefused = isMutation(operation) && code !== null;
  expectedEntries.set(requestId, {
    asked: `${operation} ${position}`,
    count: isMutation(operation) && !isRefused ? 1 : 0,
  });
  const refusal = `${operation} ${code}`;
  if (isRefused) expectedRefusals.set(refusal, (expectedRefusals.get(refusal) ?? 0) + 1);
}

function sampleOf(operation: Operation): Sample {
  const sample = samples[operation];
  if (!sample) throw new Error(`${operation} has no sample request`);
  return sample;
}

async function ask(operation: Operation, token: string, position: Position): Promise<Reply> {
  const place = world.places[position];
  const reply = await send(world, token, await sampleOf(operation).ask(place, world), place);
  expectEntry(operation, reply, position);
  return reply;
}

/** What a token of the city may do at a place, by the rule alone. */
function expectedAt(operation: Operation, role: Role, position: Position): 'DONE' | 'FORBIDDEN' | 'HIDDEN' {
  const reach = reachOf(role, operation);
  if (reach === undefined) return 'FORBIDDEN';
  const { about, onlyItsSender } = sampleOf(operation);
  if (about === 'none') return 'DONE';
  if (position !== 'own' && position !== 'below') return 'HIDDEN';
  if (onlyItsSender) return 'FORBIDDEN';
  return reach === 'WITHIN' || (reach === 'OWN') === (position === 'own') ? 'DONE' : 'FORBIDDEN';
}

function expectNothingLearnt({ learnt }: Reply, asked: string): void {
  for (const secret of world.secrets) if (secret !== asked) expect(learnt).not.toContain(secret);
}

describe('with the scope of a city', () => {
  test.each(cases)('%s as %s', async (operation, role) => {
    const token = world.scoped[role];
    const nowhere = await ask(operation, token, 'nowhere');
    for (const position of positions.filter((each) => each !== 'nowhere')) {
      const reply = await ask(operation, token, position);
      const where = `${operation} ${role} ${position}: ${reply.learnt.slice(0, 300)}`;
      expectNothingLearnt(reply, world.places[position].run);
      const expected = expectedAt(operation, role, position);
      if (expected === 'FORBIDDEN') expect(reply.code, where).toBe('FORBIDDEN');
      else expect(reply.code, where).not.toBe('FORBIDDEN');
      if (expected === 'HIDDEN') expect(reply.normal, where).toBe(nowhere.normal);
      if (expected === 'DONE' && sampleOf(operation).about === undefined)
        expect(reply.normal, where).not.toBe(nowhere.normal);
      // A role that may not is told so before anything is looked at.
      if (reachOf(role, operation) !== undefined) continue;
      expect(reply.normal).toBe(nowhere.normal);
      expect(reply.learnt).toContain(roles[Role.ADMINISTRATOR].label);
      break;
    }
  });

  const lists = all.filter((operation) => samples[operation]?.whole);

  test.each(lists)('%s of everything holds nothing of others', async (operation) => {
    const call = sampleOf(operation).whole?.();
    if (!call) throw new Error('nothing is asked');
    const mayAsk = Object.values(Role).filter((each) => reachOf(each, operation) !== undefined);
    for (const role of mayAsk) {
      const inside = await send(world, world.scoped[role], call, world.places.nowhere);
      expect([inside.code, inside.normal.slice(0, 3)]).toEqual([null, '200']);
      expectNothingLearnt(inside, '');
      if (role === Role.FILER) continue;
      const everything = await send(world, world.unscoped[role], call, world.places.nowhere);
      expect(world.secrets.some((secret) => everything.learnt.includes(secret))).toBe(true);
    }
  });
});

describe('without a scope', () => {
  test.each(all)('%s with a token of a filer that says nothing of whose it is', async (operation) => {
    const call = await sampleOf(operation).ask(world.places.own, world);
    const reply = await send(world, world.unscoped.FILER, call, world.places.own);
    expect([reply.normal.slice(0, 3), reply.code]).toEqual(['403', 'FORBIDDEN']);
    expect(reply.learnt).toContain('--scope');
    expectedEntries.set(reply.requestId, { asked: `${operation} by a filer of nobody`, count: 0 });
  });

  test.each(cases.filter(([, role]) => role !== Role.FILER))('%s as %s', async (operation, role) => {
    const token = world.unscoped[role];
    const reply = await ask(operation, token, 'outside');
    if (reachOf(role, operation) === undefined) expect(reply.code).toBe('FORBIDDEN');
    else expect(reply.code, reply.learnt.slice(0, 300)).not.toBe('FORBIDDEN');
  });
});

test('without a token nothing is done, whatever is asked', async () => {
  for (const operation of all) {
    const call = await sampleOf(operation).ask(world.places.own, world);
    for (const token of ['nb_wrong', '']) {
      const { code, normal } = await send(world, token, call, world.places.own);
      expect([operation, normal.slice(0, 3), code]).toEqual([operation, '401', 'UNAUTHENTICATED']);
    }
  }
});

describe('the audit trail', () => {
  test('has exactly one entry of every mutation that was done, and none of what was read', async () => {
    const rows = await world.service.database.query<{ requestId: string; count: number }[]>(
      `SELECT request_id AS "requestId", count(*)::int AS count FROM audit_entry
       WHERE action NOT IN ('TOKEN_USED', 'REFUSED') AND request_id IS NOT NULL GROUP BY request_id`,
    );
    const found = new Map(rows.map(({ requestId, count }) => [requestId, count]));
    expect(expectedEntries.size).toBeGreaterThan(500);
    for (const [id, { asked, count }] of expectedEntries)
      expect(`${asked}: ${found.get(id) ?? 0}`).toBe(`${asked}: ${count}`);
    for (const id of found.keys()) expect(expectedEntries.has(id)).toBe(true);
  });

  test('counts every mutation that was refused', async () => {
    await recordAllCounted(world.service.database);
    const rows = await world.service.database.query<{ refusal: string; count: number }[]>(
      `SELECT concat(details ->> 'operation', ' ', details ->> 'code') AS refusal,
              sum(coalesce((details ->> 'count')::int, 1))::int AS count
       FROM audit_entry WHERE action = 'REFUSED' AND actor <> '全域填报' GROUP BY 1`,
    );
    expect(expectedRefusals.size).toBeGreaterThan(50);
    expect(Object.fromEntries(rows.map(({ refusal, count }) => [refusal, count]))).toEqual(
      Object.fromEntries(expectedRefusals),
    );
  });

  test('puts what was refused on the chain of the agency only if whoever asked may know of it', async () => {
    const rows = await world.service.database.query<{ chain: string; asked: string; code: string | null }[]>(
      `SELECT entry.chain, entry.details ->> 'agency' AS asked, agency.code
       FROM audit_entry AS entry LEFT JOIN agency ON agency.id = entry.agency_id
       WHERE entry.action = 'REFUSED' AND entry.actor LIKE '历山%'`,
    );
    expect(rows.length).toBeGreaterThan(50);
    const { own, below } = world.places;
    for (const { chain, asked, code } of rows) {
      const isKnown = [own.code, below.code].includes(asked);
      expect(code).toBe(isKnown ? asked : null);
      if (!isKnown) expect(['refused', 'system']).toContain(chain);
    }
  });

  test('says once a day, token and address that an administrator read, and of nobody else', async () => {
    const rows = await world.service.database.query<{ actor: string; count: number }[]>(
      `SELECT actor, count(*)::int AS count FROM audit_entry WHERE action = 'TOKEN_USED' GROUP BY actor ORDER BY actor`,
    );
    expect(rows.map(({ actor }) => actor).sort()).toEqual(['全域管理', '历山管理']);
    // A day may end while the tests run.
    for (const { count } of rows) expect(count).toBeLessThanOrEqual(2);
  });

  test('is whole, but for the token whose role was changed in the database', async () => {
    expect(await verifyAudit(world.service.database.manager)).toMatchObject([
      { chain: 'system', kind: 'EDITED', message: expect.stringContaining('令牌“全域填报”') as string },
    ]);
  });
});
