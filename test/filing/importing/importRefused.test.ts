import { describe, expect, test } from 'vitest';
import { loadImportRun, loadUpload } from '../../../src/filing/importing/imports.js';
import { loadReport } from '../../../src/filing/reports/loadReport.js';
import { problem } from '../../../src/problems/problem.js';
import { fileOf } from '../../support/drafts.js';
import { actor } from '../../support/filing.js';
import {
  code,
  codes,
  database,
  draft,
  filing,
  name,
  received,
  rows,
  statuses,
} from '../../support/importing.js';

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
    const outcome = await filing.importDrafts([{ ...draft(), agency: `${name}局` }]);
    const [found] = outcome.files[0]!.reports[0]!.problems;
    expect(found?.code).toBe('AGENCY_UNKNOWN');
    expect(found?.message).toContain(`最接近的有：${name}（${code}）`);
  });

  test('a name that two agencies share, and a title that names another agency than asked for', async () => {
    await filing.register(`${code}甲`, '重名局');
    await filing.register(`${code}乙`, '重名局');
    expect(codes(await filing.importDrafts([draft()], { agency: '重名局' }))).toEqual([['AGENCY_AMBIGUOUS']]);
    expect(codes(await filing.importDrafts([draft()], { agency: `${code}甲` }))).toEqual([
      ['AGENCY_MISMATCH'],
    ]);
  });

  test('a title that names an agency which is not registered is told with both names', async () => {
    const sent = { ...draft(), agency: '别处财政局' };
    const outcome = await filing.importDrafts([sent], { agency: code });
    expect(statuses(outcome)).toEqual(['STORED']);
    const [found] = outcome.files[0]!.reports[0]!.problems;
    expect(found).toMatchObject({ code: 'AGENCY_NAME_DIFFERS', severity: 'warning' });
    expect(found?.message).toContain('别处财政局');
    expect(found?.message).toContain(`“${name}”（${code}）`);
    // Its own name without the place is no other.
    const short = { ...draft({}, 2022), agency: name.slice(-4) };
    expect(codes(await filing.importDrafts([short], { agency: code }))).toEqual([[]]);
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
