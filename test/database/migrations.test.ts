import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMigrated, migrate, undoLastMigration } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { openEmptyDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

const tables = async (): Promise<string[]> => {
  const rows: { name: string }[] = await database.dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== 'migration');
};

test('migrations go up, down and up again, and leave nothing for TypeORM to change', async () => {
  const { dataSource } = database;
  expect(await isMigrated(dataSource)).toBe(false);
  await migrate(dataSource);
  expect(await isMigrated(dataSource)).toBe(true);
  const all = await tables();
  expect(all).toEqual(dataSource.entityMetadatas.map(({ tableName }) => tableName).sort());

  for (const _ of migrations) await undoLastMigration(dataSource);
  expect(await tables()).toEqual([]);
  expect(await isMigrated(dataSource)).toBe(false);

  await migrate(dataSource);
  expect(await tables()).toEqual(all);
  const log = await dataSource.driver.createSchemaBuilder().log();
  expect(log.upQueries.map(({ query }) => query)).toEqual([]);
});

test('migrating a migrated database, also several times at once, changes nothing', async () => {
  await Promise.all([migrate(database.dataSource), migrate(database.dataSource)]);
  expect(await isMigrated(database.dataSource)).toBe(true);
});
