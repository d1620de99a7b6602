import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, undoLastMigration } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { openEmptyDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const [mixed, empty] = [id(1), id(2)];
const [stored, refused, nothing] = [id(3), id(4), id(5)];

/** The reports of a file as the first version kept them, in a column of their own. */
const reportsOf: Readonly<Record<string, readonly object[]>> = {
  [stored]: [
    {
      form: '2021',
      year: 2023,
      agency: 'A1',
      agencyName: '甲市教育局',
      status: 'STORED',
      version: 1,
      problems: [
        {
          code: 'NUMBER_CLEANED',
          severity: 'info',
          cell: 'fees.fees.amount',
          at: '年报!J12',
          message: '已读作 3525。',
        },
      ],
      findings: [
        {
          rule: 'R-CARRY',
          severity: 'explain',
          cells: ['requests.carriedOver.total'],
          left: '2',
          right: '3',
          difference: '-1',
          message: '请核实。',
        },
      ],
      diff: [{ cell: 'fees.fees.amount', before: null, after: '3525' }],
    },
    {
      form: '2021',
      year: 2023,
      agency: 'A2',
      agencyName: null,
      status: 'UNCHANGED',
      version: 4,
      problems: [],
      findings: [],
      diff: [],
    },
  ],
  [refused]: [
    {
      form: '2019',
      year: null,
      agency: null,
      agencyName: '丙局',
      status: 'REJECTED',
      version: null,
      problems: [],
      findings: [],
      diff: [],
    },
  ],
  [nothing]: [],
};

async function rows(statement: string): Promise<Record<string, unknown>[]> {
  return database.dataSource.query(statement);
}

async function undoDownToTheFirst(): Promise<void> {
  for (const _ of migrations.slice(1)) await undoLastMigration(database.dataSource);
}

beforeAll(async () => {
  database = await openEmptyDatabase();
  const { dataSource } = database;
  await migrate(dataSource);
  await undoDownToTheFirst();
  await dataSource.query(`
    INSERT INTO import_run (id, at, actor, options) VALUES
      ('${mixed}', '2025-01-10T08:00:00Z', '测试', '{"layout": "report"}'),
      ('${empty}', '2025-01-11T08:00:00Z', '测试', '{}');
    INSERT INTO upload (sha256, bytes, size, received_at) VALUES
      ('aa', 'x', 700, '2025-01-10T08:00:00Z'), ('bb', 'y', 30, '2025-01-10T08:00:00Z');`);
  for (const [file, position, sha256] of [
    [stored, 0, 'aa'],
    [refused, 1, 'bb'],
    [nothing, 2, null],
  ] as const)
    await dataSource.query(
      `INSERT INTO import_file (id, run_id, position, file_name, sha256, format, encoding, problems, reports, status)
       VALUES ($1, '${mixed}', $2, '年报.xlsx', $3, 'xlsx', null, '[]', $4::jsonb, 'STORED')`,
      [file, position, sha256, JSON.stringify(reportsOf[file])],
    );
  await migrate(dataSource);
});

afterAll(() => database.close());

describe('import runs of the first version', () => {
  test('keep their reports, as rows in the order of the file', async () => {
    const found = await rows(
      `SELECT file_id, position, form, year, agency, agency_name AS "agencyName", place, status, version,
         problems, findings, diff
       FROM import_report ORDER BY file_id, position`,
    );
    const expected = Object.entries(reportsOf).flatMap(([file, reports]) =>
      reports.map((report, position) => ({ file_id: file, position, place: null, ...report })),
    );
    expect(found).toEqual(expected);
  });

  test('are done, and have counted what they read and stored', async () => {
    const found = await rows(
      `SELECT id, status, changed_at = at AS "isUntouched", cancelled_by, bytes_total::int, bytes_read::int,
         reports_read, reports_stored, reports_unchanged, reports_rejected
       FROM import_run ORDER BY id`,
    );
    const done = { status: 'DONE', isUntouched: true, cancelled_by: null };
    expect(found).toEqual([
      {
        id: mixed,
        ...done,
        bytes_total: 730,
        bytes_read: 730,
        reports_read: 3,
        reports_stored: 1,
        reports_unchanged: 1,
        reports_rejected: 1,
      },
      {
        id: empty,
        ...done,
        bytes_total: 0,
        bytes_read: 0,
        reports_read: 0,
        reports_stored: 0,
        reports_unchanged: 0,
        reports_rejected: 0,
      },
    ]);
  });

  test('get their reports back into one column when the tables are taken back, and up again', async () => {
    await undoDownToTheFirst();
    const found = await rows('SELECT id, reports FROM import_file ORDER BY position');
    expect(found).toEqual(Object.entries(reportsOf).map(([file, reports]) => ({ id: file, reports })));
    const columns = await rows(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'import_run' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['actor', 'at', 'id', 'options']);
    await migrate(database.dataSource);
    expect(await rows('SELECT count(*)::int AS count FROM import_report')).toEqual([{ count: 3 }]);
  });
});
