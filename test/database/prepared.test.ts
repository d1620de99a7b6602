import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/database/dataSource.js';
import { prepared } from '../../src/database/prepared.js';

const url = process.env['TEST_DATABASE_URL'];
const statement = prepared('SELECT $1::int + 1 AS sum');

describe.runIf(url)('statements that are asked all the time', () => {
  const open: DataSource[] = [];
  const openWith = async (pooler: boolean) => {
    const database = await openDatabase({ url: url ?? '', server: { connections: 1, pooler } });
    open.push(database);
    return database;
  };
  const kept = (database: DataSource) =>
    database.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements');

  beforeAll(() => expect(url).toBeDefined());
  afterAll(() => Promise.all(open.map((database) => database.destroy())));

  test('are prepared once a connection, and answer the same each time', async () => {
    const database = await openWith(false);
    for (const given of [1, 2, 3])
      expect(await database.query(statement, [given])).toEqual([{ sum: given + 1 }]);
    expect(await kept(database)).toEqual([{ statement }]);
  });

  test('are not behind a pooler, which keeps nothing', async () => {
    const database = await openWith(true);
    expect(await database.query(statement, [1])).toEqual([{ sum: 2 }]);
    expect(await kept(database)).toEqual([]);
  });
});
