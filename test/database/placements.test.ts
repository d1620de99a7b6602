import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDistributed } from '../../src/database/distribution/distributed.js';
import { foreignKeys } from '../../src/database/distribution/foreignKeys.js';
import { columnOf, placements } from '../../src/database/distribution/placements.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

/** What it takes that the tables can be spread over machines by agency, held against the tables as they are. */

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Primary keys, unique constraints and unique indexes. */
function uniqueKeys(): Promise<Key[]> {
  return database.dataSource.query<Key[]>(
    `SELECT own.relname AS "table", key.relname AS name, ARRAY(SELECT attname::text FROM unnest(indkey) AS number
       JOIN pg_attribute ON attrelid = indrelid AND attnum = number) AS columns
     FROM pg_index JOIN pg_class AS key ON key.oid = indexrelid JOIN pg_class AS own ON own.oid = indrelid
     WHERE indisunique AND own.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  );
}

const ours = ({ table }: { readonly table: string }) => table in placements;

test('every table says where it lies', () => {
  const tables = database.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  expect(Object.keys(placements).sort()).toEqual([...tables, 'migration'].sort());
});

test('every key of a table that is spread holds the agency', async () => {
  const keys = (await uniqueKeys()).filter(ours);
  const spread = keys.filter(({ table }) => columnOf(table) !== null);
  expect(spread.length).toBeGreaterThan(20);
  expect(
    spread
      .filter(({ table, columns }) => !columns.includes(columnOf(table) ?? ''))
      .map(({ table, name, columns }) => `${table} ${name} (${columns.join(', ')})`),
  ).toEqual([]);
});

test('the agency of a row is always known, and its column is none the database derives', async () => {
  const spread = Object.keys(placements).filter((table) => columnOf(table) !== null);
  const rows = await database.dataSource.query<{ table: string; column: string }[]>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = current_schema() AND is_nullable = 'NO' AND is_generated = 'NEVER' AND is_identity = 'NO'`,
  );
  const known = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  expect(spread.filter((table) => !known.has(`${table}.${columnOf(table)}`))).toEqual([]);
});

test('what is spread refers to what lies beside it on the same machine, or everywhere', async () => {
  const keys = (await foreignKeys(database.dataSource.manager)).filter(ours);
  const faults = keys.flatMap(({ name, table, other, columns, otherColumns }) => {
    const [own, others] = [columnOf(table), columnOf(other)];
    if (own === null || placements[other] === 'EVERYWHERE') return [];
    if (others === null) return [`${name}: ${other} lies on the first machine`];
    const place = columns.indexOf(own);
    return place >= 0 && otherColumns[place] === others ? [] : [`${name}: without the agency`];
  });
  // The bytes of a file lie on the first machine: that they are kept first is seen to where a version is stored.
  const known = ['FK_report_version_upload_sha256: upload lies on the first machine'];
  expect(faults).toEqual(isDistributed(database.dataSource) ? [] : known);
  expect(
    keys.filter(
      ({ table, other }) => placements[table] === 'EVERYWHERE' && placements[other] !== 'EVERYWHERE',
    ),
  ).toEqual([]);
});
