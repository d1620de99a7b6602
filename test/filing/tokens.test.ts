import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOnce } from '../../src/filing/answerOnce.js';
import { authenticate, createToken, listTokens, revokeToken } from '../../src/filing/tokens.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { refusalOf } from '../support/filing.js';
import { actorNamed } from '../support/actors.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const request = { address: null, requestId: null };
const create = (name: string) =>
  database.dataSource.transaction((manager) => createToken(manager, actorNamed('管理员'), name));
const revoke = (name: string) =>
  database.dataSource.transaction((manager) => revokeToken(manager, actorNamed('管理员'), name));

test('a token opens until it is revoked, and is kept hashed', async () => {
  const { manager } = database.dataSource;
  const { token, record } = await create('市政务公开办');
  expect(token).toMatch(/^nb_[\w-]{43}$/);
  const stored: unknown = await database.dataSource.query('SELECT * FROM token');
  expect(JSON.stringify(stored)).not.toContain(token.slice(3));
  expect(await authenticate(manager, token, request)).toMatchObject({ name: record.name });
  expect(await authenticate(manager, `${token}x`, request)).toBeNull();
  expect(await authenticate(manager, record.hash, request)).toBeNull();
  expect((await revoke('市政务公开办')).revokedAt).toBeInstanceOf(Date);
  expect(await authenticate(manager, token, request)).toBeNull();
  expect((await listTokens(manager)).map(({ name }) => name)).toEqual(['市政务公开办']);
});

test('names are not used twice, and what is unknown cannot be revoked', async () => {
  await create('甲');
  expect((await refusalOf(create(' 甲 '))).code).toBe('TOKEN_EXISTS');
  expect((await refusalOf(create('  '))).code).toBe('INVALID_REQUEST');
  expect((await refusalOf(revoke('没有'))).code).toBe('TOKEN_UNKNOWN');
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
