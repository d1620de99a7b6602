import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Role } from '../../../entities/access/Role.js';
import type { Actor } from '../../../src/filing/access/actor.js';
import { answerOnce } from '../../../src/filing/importing/runs/answerOnce.js';
import { authenticate } from '../../../src/filing/access/authenticate.js';
import { endOfChinaDay, startOfChinaDay } from '../../../src/season/chinaDay.js';
import { everyItem } from '../../../src/filing/lists/everyItem.js';
import { hasTokens, listTokens } from '../../../src/filing/tokens/listTokens.js';
import { sha256 } from '../../../src/filing/sha256.js';
import { createToken, revokeToken, type TokenToCreate } from '../../../src/filing/tokens/tokens.js';
import { actorNamed, administratorToken } from '../../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { filingIn, refusalOf } from '../../support/filing.js';
import { registerBelow } from '../../support/registerBelow.js';

let database: TestDatabase;
let city: Agency;
let office: Agency;
beforeAll(async () => {
  database = await openTestDatabase();
  const filing = filingIn(database.dataSource);
  city = await filing.register('C1');
  office = await registerBelow(database.dataSource, city, 'C1-1');
  await filing.register('X1');
});
afterAll(() => database.close());

const request = { address: null, requestId: null };
const everything = actorNamed('管理员');

const create = (
  name: string,
  more: Partial<TokenToCreate> = {},
  actor: Actor = everything,
  at = new Date(),
) =>
  database.dataSource.transaction((manager) =>
    createToken(manager, actor, { ...administratorToken(name), ...more }, at),
  );
const revoke = (name: string, actor: Actor = everything) =>
  database.dataSource.transaction((manager) => revokeToken(manager, actor, name));
const shown = (token: string, at?: Date) => authenticate(database.dataSource.manager, token, request, at);

async function names(actor: Actor): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of everyItem((page) => listTokens(database.dataSource.manager, actor, page), 2))
    found.push(name);
  return found;
}

/** The token as whoever shows it. */
async function actorWith(token: string): Promise<Actor> {
  const actor = await shown(token);
  if (!actor) throw new Error('the token opens nothing');
  return { ...actor, reach: 'WITHIN' };
}

test('a token opens until it is revoked, and is kept hashed', async () => {
  expect(await hasTokens(database.dataSource.manager)).toBe(false);
  const { token, record } = await create('市政务公开办');
  expect(token).toMatch(/^nb_[\w-]{43}$/);
  expect(JSON.stringify(record)).not.toContain(sha256(token));
  const stored: unknown = await database.dataSource.query('SELECT * FROM token');
  expect(JSON.stringify(stored)).not.toContain(token.slice(3));
  expect(await shown(token)).toMatchObject({ name: record.name, role: 'ADMINISTRATOR', scope: null });
  expect(await hasTokens(database.dataSource.manager)).toBe(true);
  expect(await shown(`${token}x`)).toBeNull();
  expect(await shown(sha256(token))).toBeNull();
  expect((await revoke('市政务公开办')).revokedAt).toBeInstanceOf(Date);
  expect(await shown(token)).toBeNull();
  expect(await names(everything)).toEqual(['市政务公开办']);
});

test('names are not used twice, nor that of the command line, and what is unknown cannot be revoked', async () => {
  await create('甲');
  expect((await refusalOf(create(' 甲 '))).code).toBe('TOKEN_EXISTS');
  expect((await refusalOf(create('命令行'))).code).toBe('TOKEN_EXISTS');
  expect((await refusalOf(create('  '))).code).toBe('INVALID_REQUEST');
  expect((await refusalOf(revoke('没有'))).code).toBe('TOKEN_UNKNOWN');
});

test('a token opens nothing from its expiry on, and none is made that has expired already', async () => {
  const at = new Date('2025-01-10T00:00:00Z');
  const expiresAt = endOfChinaDay('2025-01-20')!;
  expect(expiresAt.toISOString()).toBe('2025-01-20T16:00:00.000Z');
  const { token } = await create('短期', { expiresAt }, everything, at);
  expect(await shown(token, new Date(expiresAt.getTime() - 1))).toMatchObject({ name: '短期' });
  expect(await shown(token, expiresAt)).toBeNull();
  expect((await refusalOf(create('过期', { expiresAt }, everything, expiresAt))).code).toBe(
    'INVALID_REQUEST',
  );
});

test('days are those of China', () => {
  expect(startOfChinaDay(new Date('2025-01-20T15:59:59Z')).toISOString()).toBe('2025-01-19T16:00:00.000Z');
  expect(startOfChinaDay(new Date('2025-01-20T16:00:00Z')).toISOString()).toBe('2025-01-20T16:00:00.000Z');
  for (const none of ['2025-02-30', '2025-1-1', '明天', '']) expect(endOfChinaDay(none)).toBeNull();
});

describe('within a scope', () => {
  let scoped: Actor;
  beforeAll(async () => {
    const { token } = await create('市管理员', { scope: 'C1' });
    scoped = await actorWith(token);
    await create('外市', { scope: 'X1' });
  });

  test('the token knows its agency and everything below', () => {
    expect(scoped.scope).toEqual({ agencyId: city.id, code: 'C1', path: city.path });
    expect(office.path.startsWith(city.path)).toBe(true);
  });

  test('nobody makes a token above itself', async () => {
    expect((await create('下级', { scope: 'C1-1', role: Role.FILER }, scoped)).record.scope?.code).toBe(
      'C1-1',
    );
    expect((await refusalOf(create('全部', {}, scoped))).code).toBe('FORBIDDEN');
    const outside = await refusalOf(create('外面', { scope: 'X1' }, scoped));
    const nowhere = await refusalOf(create('外面', { scope: 'X9' }, scoped));
    expect([outside.code, outside.path]).toEqual(['AGENCY_UNKNOWN', ['scope']]);
    expect(outside.message.replace('X1', 'X9')).toBe(nowhere.message);
  });

  test('nor one that lasts longer', async () => {
    const at = new Date('2025-01-01T00:00:00Z');
    const own = new Date('2999-01-01T00:00:00Z');
    const { token } = await create('临时', { expiresAt: own }, everything, at);
    const temporary = await actorWith(token);
    const later = new Date(own.getTime() + 1);
    expect((await refusalOf(create('甲一', { expiresAt: null }, temporary, at))).code).toBe('FORBIDDEN');
    expect((await refusalOf(create('甲一', { expiresAt: later }, temporary, at))).path).toEqual([
      'expiresAt',
    ]);
    expect((await create('甲一', { expiresAt: own }, temporary, at)).record.expiresAt).toEqual(own);
  });

  test('it sees and revokes only tokens that open no more', async () => {
    expect(await names(scoped)).toEqual(['市管理员', '下级']);
    expect((await refusalOf(revoke('外市', scoped))).code).toBe('TOKEN_UNKNOWN');
    expect((await refusalOf(revoke('甲', scoped))).code).toBe('TOKEN_UNKNOWN');
    expect((await revoke('下级', scoped)).name).toBe('下级');
  });
});

test('a repeated request is answered once, also while the first is being answered', async () => {
  let answered = 0;
  const ask = (requestHash: string, actor = '系统') =>
    database.dataSource.transaction((manager) =>
      answerOnce(manager, actor, { key: 'k1', requestHash }, async () => ({ count: ++answered, text: '好' })),
    );
  expect(await Promise.all([ask('a'), ask('a')])).toEqual([
    { count: 1, text: '好' },
    { count: 1, text: '好' },
  ]);
  expect(await ask('a', '别的系统')).toEqual({ count: 2, text: '好' });
  expect((await refusalOf(ask('b'))).code).toBe('IDEMPOTENCY_MISMATCH');
});
