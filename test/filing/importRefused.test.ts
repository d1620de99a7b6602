import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import type { ImportOutcome } from '../../src/filing/importOutcome.js';
import { loadImportRun, loadUpload } from '../../src/filing/imports.js';
import { loadReport } from '../../src/filing/loadReport.js';
import { verifyAudit } from '../../src/filing/verifyAudit.js';
import { problem } from '../../src/problem.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { draftOf, fileOf, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn, type Filing } from '../support/filing.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
/** A fresh agency for every test. */
let code: string;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  code = `机关${++counter}`;
  await filing.register(code, `安阳市第${counter}局`, [`第${counter}局`]);
});
afterAll(async () => {
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
  await database.close();
});

const values = validValues(form2021);
const received = 'requests.received.naturalPerson';
const draft = (cells: Record<string, string | null> = {}, year = 2024) =>
  draftOf(form2021, withCells(form2021, values, cells), { year, agency: code });
const statuses = ({ files }: ImportOutcome) => files.map(({ status }) => status);
const codes = ({ files }: ImportOutcome) =>
  files.map(({ reports }) => reports.flatMap(({ problems }) => problems.map((found) => found.code)));
const rows = async (table: string): Promise<number> => {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return row?.count ?? 0;
};

describe('what is refused', () => {
  test('a bad file does not block the others', async () => {
    const unreadable = {
      ...fileOf([], '坏.xlsx', [problem('UNREADABLE', '文件打不开。')]),
    };
    const bad = draft({}, 2022);
    const outcome = await filing.importFiles([
      unreadable,
      fileOf([draft()], '好.xlsx'),
      fileOf([{ ...bad, problems: [problem('ROW_MISSING', '缺少一行。')] }], '缺.xlsx'),
    ]);
    expect(statuses(outcome)).toEqual(['REJECTED', 'STORED', 'REJECTED']);
    const run = await loadImportRun(database.dataSource.manager, actor, outcome.run!);
    expect(run?.files.map(({ status, sha256 }) => [status, sha256 !== null])).toEqual([
      ['REJECTED', false],
      ['STORED', true],
      ['REJECTED', true],
    ]);
    expect(await loadUpload(database.dataSource.manager, actor, outcome.run!, 0)).toBeNull();
    expect(await loadUpload(database.dataSource.manager, actor, outcome.run!, 2)).not.toBeNull();
    expect(await loadReport(database.dataSource.manager, code, 2022)).toBeNull();
  });

  test('one agency and year twice: both', async () => {
    const outcome = await filing.importDrafts([draft(), draft({ [received]: '1' }), draft({}, 2023)]);
    expect(statuses(outcome)).toEqual(['REJECTED', 'REJECTED', 'STORED']);
    expect(codes(outcome)).toEqual([['DUPLICATE_REPORT'], ['DUPLICATE_REPORT'], []]);
  });

  test('REJECT_ALL: everything, when one is refused', async () => {
    const reports = await rows('report');
    const outcome = await filing.importDrafts([draft(), { ...draft({}, 2023), agency: '没有的局' }], {
      errorPolicy: 'REJECT_ALL',
    });
    expect(statuses(outcome)).toEqual(['REJECTED', 'REJECTED']);
    expect(codes(outcome)).toEqual([['OTHERS_REFUSED'], ['AGENCY_UNKNOWN']]);
    expect(await rows('report')).toBe(reports);
  });

  test('ACCEPT_VALID_CELLS stores the rest, the unreadable cell blank', async () => {
    const found = problem('NOT_A_NUMBER', '“12abc”不是数字。', { cell: received, at: '年报!J12' });
    const sent = { ...draft({ [received]: null }), problems: [found] };
    expect(statuses(await filing.importDrafts([sent]))).toEqual(['REJECTED']);
    const outcome = await filing.importDrafts([sent], { errorPolicy: 'ACCEPT_VALID_CELLS' });
    expect(statuses(outcome)).toEqual(['STORED']);
    const report = await filing.report(code, 2024);
    expect(report.problems).toEqual([found]);
    expect(report.values.filter((value) => value === null)).toHaveLength(1);
  });

  test('an unknown agency, with the nearest names', async () => {
    const outcome = await filing.importDrafts([{ ...draft(), agency: `安阳市第${counter}局局` }]);
    const [found] = outcome.files[0]!.reports[0]!.problems;
    expect(found?.code).toBe('AGENCY_UNKNOWN');
    expect(found?.message).toContain(`最接近的有：安阳市第${counter}局（${code}）`);
  });

  test('a name that two agencies share, and a title that names another agency than asked for', async () => {
    await filing.register(`${code}甲`, '重名局');
    await filing.register(`${code}乙`, '重名局');
    expect(codes(await filing.importDrafts([draft()], { agency: '重名局' }))).toEqual([['AGENCY_AMBIGUOUS']]);
    expect(codes(await filing.importDrafts([draft()], { agency: `${code}甲` }))).toEqual([
      ['AGENCY_MISMATCH'],
    ]);
  });

  test('no year, and another year than asked for', async () => {
    const outcome = await filing.importDrafts([{ ...draft(), year: null }]);
    expect(outcome.files[0]?.reports[0]).toMatchObject({
      status: 'REJECTED',
      version: null,
      problems: [{ code: 'YEAR_UNKNOWN', severity: 'error' }],
    });
    expect(codes(await filing.importDrafts([draft()], { year: 2023 }))).toEqual([['YEAR_MISMATCH']]);
  });
});
