import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.dataSource.query('CREATE TABLE counter (value int NOT NULL)');
  await database.dataSource.query('INSERT INTO counter VALUES (0)');
});
afterAll(() => database.close());

test('transactions at the same time do not mix: one rolled back takes only itself back', async () => {
  const increment = (fails: boolean) =>
    database.dataSource.transaction(async (manager) => {
      await manager.query('UPDATE counter SET value = value + 1');
      if (fails) throw new Error('meant to fail');
    });
  const results = await Promise.allSettled([false, false, true, false].map(increment));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await database.dataSource.query('SELECT value FROM counter')).toEqual([{ value: 3 }]);
});

test('changed rows are counted, also zero of them', async () => {
  expect(await database.dataSource.query('UPDATE counter SET value = 7 WHERE value = 3')).toEqual([[], 1]);
  expect(await database.dataSource.query('UPDATE counter SET value = $1 WHERE value = $2', [8, 3])).toEqual([
    [],
    0,
  ]);
});

test('a failed statement leaves the connection usable', async () => {
  await expect(database.dataSource.query('SELECT nothing FROM nowhere')).rejects.toThrow('nowhere');
  expect(await database.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
