import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DataSource } from 'typeorm';
import { authenticate } from '../../../src/filing/access/authenticate.js';
import { createToken, revokeToken } from '../../../src/filing/tokens/tokens.js';
import { actorNamed, administratorToken } from '../../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let opened: TestDatabase;
let database: DataSource;
const request = { address: null, requestId: null };

beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.dataSource;
});
afterAll(() => opened.close());

const create = (name: string) =>
  database.transaction((manager) => createToken(manager, actorNamed('测试'), administratorToken(name)));
const open = (token: string, at?: Date) => authenticate(database.manager, token, request, at);

test('a token that was looked up a moment ago is not looked up again, but still expires', async () => {
  const { token } = await database.transaction((manager) =>
    createToken(manager, actorNamed('测试'), {
      ...administratorToken('短期'),
      expiresAt: new Date('2999-01-01T00:00:00Z'),
    }),
  );
  expect(await open(token)).toMatchObject({ name: '短期' });
  const asked = vi.spyOn(database.manager, 'query');
  expect(await open(token)).toMatchObject({ name: '短期' });
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  expect(await open(token, new Date('2999-01-02T00:00:00Z'))).toBeNull();
});

test('what this process revokes opens nothing at once', async () => {
  const { token } = await create('撤销');
  expect(await open(token)).not.toBeNull();
  await database.transaction((manager) => revokeToken(manager, actorNamed('测试'), '撤销'));
  expect(await open(token)).toBeNull();
});

test('what another process revokes opens nothing within a second', async () => {
  const { token } = await create('别处撤销');
  expect(await open(token)).not.toBeNull();
  // As another process does it: this one hears nothing of it.
  await database.query(`UPDATE token SET revoked_at = now() WHERE name = '别处撤销'`);
  await expect.poll(() => open(token), { timeout: 1_000, interval: 50 }).toBeNull();
});
