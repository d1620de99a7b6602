import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../src/cells.js';
import { form2019 } from '../../../src/forms/2019.js';
import { form2021 } from '../../../src/forms/2021.js';
import { loadImportRun, loadUpload } from '../../../src/filing/importing/imports.js';
import { listImportReports } from '../../../src/filing/importing/runs/listImportReports.js';
import { problem } from '../../../src/problems/problem.js';
import { draftOf, fileOf, shownValues, validValues } from '../../support/drafts.js';
import { actor } from '../../support/filing.js';
import {
  alias,
  code,
  codes,
  database,
  draft,
  filing,
  name,
  received,
  rows,
  statuses,
  values,
} from '../../support/importing.js';

describe('a first import', () => {
  test.each([
    ['2019', form2019, 2020],
    ['2021', form2021, 2024],
  ])('keeps every cell of form %s exactly, with raw text and place', async (_id, form, year) => {
    const sent = draftOf(form, validValues(form), {
      year,
      agency: code,
      sections: [{ id: form.sections[0]!.id, title: '总体情况', text: '无“引号”、\\反斜线、,逗号、NULL' }],
    });
    const outcome = await filing.importDrafts([sent]);
    expect(outcome.files[0]).toMatchObject({ status: 'STORED', version: 1, diff: [] });
    const report = await filing.report(code, year);
    expect(shownValues(form, report.values)).toEqual(shownValues(form, validValues(form)));
    expect(report.raws).toEqual(cellsOf(form).map(({ key }) => sent.cells[key]?.raw));
    expect(report.places).toEqual(cellsOf(form).map(({ key }) => sent.cells[key]?.at));
    expect(report).toMatchObject({ year, version: 1, errorCount: 0, correctedCells: [] });
    // One line of prose and nothing else: only the rules about prose have something to say.
    expect(report.findings.every(({ rule }) => rule.startsWith('P-'))).toBe(true);
    expect(report).toMatchObject({ sections: sent.sections, origin: 'IMPORT', problems: [] });
    expect(report.form).toBe(form);
  });

  test('keeps the upload byte for byte and what became of it', async () => {
    const file = fileOf([draft({ [received]: '1' })], '二〇二四年.xlsx');
    const { run } = await filing.importFiles([file]);
    const { manager } = database.dataSource;
    const kept = await loadUpload(manager, actor, run!, 0);
    expect(Buffer.compare(kept!.bytes, file.bytes)).toBe(0);
    expect(kept?.file).toMatchObject({ fileName: '二〇二四年.xlsx', status: 'STORED', format: 'xlsx' });
    const asked = { statuses: null, first: 10, after: null };
    expect(await listImportReports(manager, [kept!.file.id], asked)).toMatchObject([
      { agency: code, year: 2024, version: 1, status: 'STORED' },
    ]);
    expect((await loadImportRun(manager, actor, run!))?.files).toHaveLength(1);
    expect(await loadUpload(manager, actor, run!, 1)).toBeNull();
    expect(await loadImportRun(manager, actor, '不是编号')).toBeNull();
  });

  test('stores findings, also of text that no database can keep', async () => {
    const sent = draft({ [received]: '1' });
    const odd = { ...sent.cells, [received]: { value: '1', raw: '1\0\ud800', at: '年报!A1' } };
    await filing.importDrafts([{ ...sent, cells: odd }]);
    const report = await filing.report(code, 2024);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['R-BALANCE', 'R-APPLICANTS']);
    expect(report).toMatchObject({ errorCount: 2, explainCount: 0 });
    expect(report.raws).toContain('1\ufffd\ufffd');
    const unknown = await filing.importDrafts([{ ...draft(), agency: '安阳\0市\ud800局' }, draft({}, 2023)]);
    expect(statuses(unknown)).toEqual(['REJECTED', 'STORED']);
    expect(codes(unknown)).toEqual([['AGENCY_UNKNOWN'], []]);
  });

  test('finds the agency by code, name or alias, as asked for or as printed', async () => {
    for (const [index, agency] of [code, name, alias].entries())
      expect(
        statuses(
          await filing.importDrafts([{ ...draft({}, 2021 + index), agency: '没有登记的写法' }], { agency }),
        ),
      ).toEqual(['STORED']);
  });
});

test('a dry run answers the same and stores nothing', async () => {
  const tables = ['upload', 'import_run', 'import_file', 'report', 'report_version', 'audit_entry'];
  const before = await Promise.all(tables.map(rows));
  const outcome = await filing.importDrafts(
    [draft({ [received]: '1' }), { ...draft({}, 2023), agency: null }],
    {
      dryRun: true,
    },
  );
  expect(outcome.run).toBeNull();
  expect(statuses(outcome)).toEqual(['DRY_RUN', 'REJECTED']);
  expect(outcome.files[0]?.reports[0]?.findings).toHaveLength(2);
  expect(await Promise.all(tables.map(rows))).toEqual(before);
});

describe('a collection', () => {
  test('files each report by itself; the file has the worst status', async () => {
    await filing.register(`${code}乙`);
    const sheets = [draft(), { ...draft(), agency: `${code}乙` }, { ...draft(), agency: '没有的局' }];
    const noForm = problem('NO_FORM_FOUND', '没有找到年报的统计表。', { at: '说明' });
    const { files } = await filing.importFiles([fileOf(sheets, '汇总.xlsx', [noForm])], {
      layout: 'collection',
    });
    expect(files[0]?.status).toBe('REJECTED');
    expect(files[0]?.reports.map(({ status }) => status)).toEqual(['STORED', 'STORED', 'REJECTED']);
    expect(files[0]?.reports.map(({ agencyCode }) => agencyCode)).toEqual([code, `${code}乙`, null]);
  });
});

describe('the year before', () => {
  const carriedForward = 'requests.carriedForward.naturalPerson';

  test('is compared when it is stored, and when it comes in the same request', async () => {
    const { files } = await filing.importDrafts([draft({}, 2023), draft({}, 2024)]);
    const rules = files.map(({ reports }) => [...new Set(reports[0]?.findings.map(({ rule }) => rule))]);
    expect(rules).toEqual([[], ['R-CARRY', 'R-INFORCE']]);
    const again = await filing.importDrafts([draft({ [received]: '1' }, 2024)], { dryRun: true });
    expect(again.files[0]?.reports[0]?.findings.map(({ rule }) => rule)).toContain('R-CARRY');
  });

  test('when stored later, the report of the year after is judged again', async () => {
    await filing.importDrafts([draft({}, 2024)]);
    expect((await filing.report(code, 2024)).findings).toEqual([]);
    await filing.importDrafts([draft({}, 2023)]);
    const after = await filing.report(code, 2024);
    expect(after.findings.filter(({ rule }) => rule === 'R-CARRY')).toHaveLength(7);
    expect(after).toMatchObject({ version: 1, explainCount: after.findings.length });
    const carriedOver = shownValues(form2021, values)['requests.carriedOver.naturalPerson']!;
    await filing.correct({
      agency: code,
      year: 2023,
      changes: [{ key: carriedForward, value: carriedOver }],
    });
    const { findings } = await filing.report(code, 2024);
    expect(findings.filter(({ rule }) => rule === 'R-CARRY')).toHaveLength(6);
  });
});

test('two requests at once for the same new report: both are answered, one version after the other', async () => {
  const outcomes = await Promise.all([
    filing.importDrafts([draft({ [received]: '1' })]),
    filing.importDrafts([draft({ [received]: '2' })]),
  ]);
  expect(outcomes.map(({ files }) => files[0]?.version).sort()).toEqual([1, 2]);
});
