import { describe, expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import type { Grid } from '../../importers/reading/grid.js';
import { cellsOf, tablesOf, type CellKey } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import {
  delimited,
  distinctNumbers,
  printedReport,
  printedTable,
  savedAsText,
  sheet,
  type Written,
} from '../support/grids.js';

const form2021 = formById('2021')!;
const numbers = distinctNumbers(form2021);
const write = (key: CellKey) => numbers.get(key) ?? null;

function read(grids: Grid | readonly Grid[], blanksAreZero = false) {
  const { reports, problems } = draftReports(Array.isArray(grids) ? grids : [grids as Grid], {
    blanksAreZero,
  });
  const [report] = reports;
  return {
    report,
    problems: [...problems, ...(report?.problems ?? [])].map(({ code, cell, at }) => [
      code,
      cell ?? null,
      at ?? null,
    ]),
    value: (key: CellKey) => report?.cells[key]?.value,
    /** Cells that do not hold the number the test wrote there. */
    wrong: cellsOf(form2021)
      .filter(({ key }) => report?.cells[key]?.value !== String(write(key)))
      .map(({ key }) => key),
  };
}

/** A row whose label columns are one fewer. */
const toTheLeft = (row: readonly Written[]) => (row[0] === null ? row.slice(1) : [row[0]!, ...row.slice(2)]);

/** The stacked report with one line replaced. */
function stacked(edit: (rows: Written[][]) => Written[][] = (rows) => rows): Grid {
  return sheet(edit(printedReport(form2021, write, '某市某局2024年政府信息公开工作年度报告')));
}

const lineOf = (rows: readonly Written[][], label: string) =>
  rows.findIndex((row) => row.some((cell) => String(cell).includes(label)));

function editLine(label: string, edit: (row: Written[]) => Written[] | Written[][]) {
  return (rows: Written[][]) =>
    rows.flatMap((row, index) => {
      if (index !== lineOf(rows, label)) return [row];
      const edited = edit([...row]);
      return Array.isArray(edited[0]) ? (edited as Written[][]) : [edited as Written[]];
    });
}

describe('layouts', () => {
  test.each(forms)('the form $id stacked on one sheet', (form) => {
    const own = distinctNumbers(form);
    const { reports } = draftReports([sheet(printedReport(form, (key) => own.get(key) ?? null))], {
      blanksAreZero: false,
    });
    expect(reports[0]?.form).toBe(form.id);
    expect(
      Object.fromEntries(
        Object.entries(reports[0]?.cells ?? {}).map(([key, { value }]) => [key, Number(value)]),
      ),
    ).toEqual(Object.fromEntries(own));
  });

  test('a sheet a table, in any order', () => {
    const sheets = tablesOf(form2021)
      .map((table) => sheet(printedTable(table, write), table.title))
      .reverse();
    expect(read(sheets)).toMatchObject({ wrong: [], problems: [] });
  });

  test('year, agency and prose', () => {
    const { report } = read(stacked(editLine('五、存在的', (row) => [row, ['公开的内容还不够细。']])));
    expect(report).toMatchObject({ year: 2024, agency: '某市某局' });
    expect(report?.sections.find(({ id }) => id === 'problems')?.text).toBe('公开的内容还不够细。');
  });

  test('addresses are those a person sees', () => {
    const { report } = read(stacked());
    const row = lineOf(printedReport(form2021, write, 't'), '本年新收') + 1;
    expect(report?.cells['requests.received.naturalPerson']?.at).toBe(`年报!D${row}`);
  });

  test('a CSV', () => {
    expect(read(delimited(printedReport(form2021, (key) => String(write(key)))))).toMatchObject({
      wrong: [],
    });
  });

  test('one column to the left from a row on', () => {
    const grid = stacked((rows) => {
      const from = lineOf(rows, '5.要求行政机关');
      const to = lineOf(rows, '四、政府信息公开行政复议');
      return rows.map((row, index) => (index >= from && index < to ? toTheLeft(row) : row));
    });
    expect(read(grid)).toMatchObject({ wrong: [], problems: [] });
  });

  test('a row of blanks in the shifted part follows its neighbours', () => {
    const grid = stacked((rows) => {
      const from = lineOf(rows, '5.要求行政机关');
      const to = lineOf(rows, '四、政府信息公开行政复议');
      const shifted = rows.map((row, index) => (index >= from && index < to ? toTheLeft(row) : row));
      return editLine('2.申请人逾期', (row) => row.map((cell, index) => (index === 4 ? null : cell)))(
        shifted,
      );
    });
    expect(read(grid).wrong).toEqual(['requests.feeOverdue.researchInstitution']);
  });
});

describe('bent labels', () => {
  test.each([
    ['三、本年度办理结果', '三、本年度办结结果', []],
    ['（二）部分公开', '(二) 部分公开 (区别处理的, 只记这一情形, 不计其他情形)', ['LABEL_REPAIRED']],
    ['3.危及', '3．危及“三安全以稳定”', ['LABEL_REPAIRED']],
    ['1.属于国家秘密', '１．属于 国家\n秘密', []],
    ['1.属于国家秘密', '1、属于国家秘密', []],
    ['行政事业性收费', '行政事业型收费', ['LABEL_REPAIRED']],
    ['行政规范性文件', '规范性文件', ['LABEL_REPAIRED']],
    ['行政许可', '行政许可（含备案）', ['LABEL_REPAIRED']],
    ['（七）总计', '(七)合计', ['LABEL_REPAIRED']],
    ['（七）总计', '总计', ['LABEL_REPAIRED']],
    ['3.其他', '其他', ['LABEL_REPAIRED']],
    ['四、结转下年度', '四、结转下年度继续办里', ['LABEL_REPAIRED']],
  ])('%s written as %s', (label, written, codes) => {
    const grid = stacked(
      editLine(label, (row) => row.map((cell) => (String(cell).includes(label) ? written : cell))),
    );
    const { wrong, problems } = read(grid);
    expect(wrong).toEqual([]);
    expect(problems.map(([code]) => code)).toEqual(codes);
  });

  test('a label lost: its group and its neighbours say which row it is', () => {
    const grid = stacked(
      editLine('1.本机关不掌握', (row) => row.map((cell, index) => (index === 2 ? null : cell))),
    );
    expect(read(grid)).toMatchObject({
      wrong: [],
      problems: [['LABEL_LOST', 'requests.notHeld.naturalPerson', expect.any(String)]],
    });
  });

  test('an extra local row is said and not read', () => {
    const grid = stacked(editLine('行政规范性文件', (row) => [row, ['其他主动公开文件', 9, 9, 9]]));
    expect(read(grid)).toMatchObject({ wrong: [], problems: [['ROW_UNKNOWN', null, expect.any(String)]] });
  });

  test('a foreign row in place of a row of the form is not taken for it', () => {
    const grid = stacked(editLine('行政处罚', (row) => ['行政检查', ...row.slice(1)]));
    const { value, problems } = read(grid);
    expect(value('enforcement.penalties.decisions')).toBeNull();
    expect(problems.map(([code]) => code)).toEqual(['ROW_UNKNOWN', 'ROW_MISSING']);
  });

  test('a row that stands twice is not read', () => {
    const grid = stacked(editLine('2.重复申请', (row) => [row, row]));
    expect(read(grid)).toMatchObject({
      problems: [['ROW_TWICE', 'requests.repeatedRequest.naturalPerson', expect.any(String)]],
    });
  });

  test('a table that is missing is one problem', () => {
    const grid = stacked((rows) => rows.slice(0, lineOf(rows, '四、政府信息公开行政复议')));
    expect(read(grid).problems).toEqual([['TABLE_MISSING', 'remedies.reconsideration.upheld', null]]);
  });
});

describe('blank and lost values', () => {
  test('blank is not zero, and keeps its address', () => {
    const grid = stacked(
      editLine('2.重复申请', (row) => row.map((cell, index) => (index === 4 ? null : cell))),
    );
    const { report, wrong, problems } = read(grid);
    expect(wrong).toEqual(['requests.repeatedRequest.business']);
    expect(problems).toEqual([]);
    expect(report?.cells['requests.repeatedRequest.business']).toEqual({
      value: null,
      raw: null,
      at: expect.stringMatching(/^年报!E\d+$/),
    });
  });

  test.each(['/', '-', '—', '无', '／', ' '])('“%s” is blank, and what was written is kept', (mark) => {
    const grid = stacked(
      editLine('2.重复申请', (row) => row.map((cell, index) => (index === 4 ? mark : cell))),
    );
    const { report, wrong } = read(grid);
    expect(wrong).toEqual(['requests.repeatedRequest.business']);
    expect(report?.cells['requests.repeatedRequest.business']?.raw).toBe(mark);
  });

  test('a row pushed aside by its label has lost its tail', () => {
    const grid = stacked(editLine('1.信访举报', (row) => [null, row[1]!, null, row[2]!, ...row.slice(3, 9)]));
    const { report, wrong, problems } = read(grid);
    expect(wrong).toEqual(['requests.petitionOrComplaint.total']);
    expect(problems).toEqual([['VALUE_LOST', 'requests.petitionOrComplaint.total', expect.any(String)]]);
    expect(report?.cells['requests.petitionOrComplaint.total']).toEqual({ value: null, raw: null, at: null });
  });

  test('a CSV line that ends early has lost its tail', () => {
    const rows = editLine('1.信访举报', (row) => row.slice(0, 9))(
      printedReport(form2021, (key) => String(write(key))),
    );
    expect(read(delimited(rows))).toMatchObject({
      wrong: ['requests.petitionOrComplaint.total'],
      problems: [['VALUE_LOST', 'requests.petitionOrComplaint.total', expect.any(String)]],
    });
  });

  test('a total left blank beside its parts is lost, not zero', () => {
    const grid = stacked(editLine('1.信访举报', (row) => row.slice(0, 9)));
    expect(read(grid, true)).toMatchObject({
      wrong: ['requests.petitionOrComplaint.total'],
      problems: [['VALUE_LOST', 'requests.petitionOrComplaint.total', expect.any(String)]],
    });
  });

  test('blanksAreZero fills details, and totals whose parts are all zero', () => {
    const keys = Object.fromEntries(cellsOf(form2021).map(({ key }) => [key, null as Written]));
    keys['requests.received.naturalPerson'] = 4;
    const { value } = read(sheet(printedReport(form2021, (key) => keys[key] ?? null)), true);
    expect([
      value('requests.received.naturalPerson'),
      value('requests.received.business'),
      value('requests.received.total'),
      value('requests.disclosed.total'),
      value('requests.outcomesTotal.total'),
      value('fees.fees.amount'),
    ]).toEqual(['4', '0', null, '0', '0', '0']);
  });

  test('where only spaces separate, a short row is not guessed', () => {
    const { report, problems } = read(
      savedAsText(
        '某局2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 2 1 3\n二、上年结转政府信息公开申请数量 1 2 3 4 5 6 21\n（七）总计\n（一）予以公开',
      ),
    );
    expect(report?.cells['requests.received.total']).toEqual({ value: null, raw: null, at: null });
    expect(report?.cells['requests.carriedOver.total']).toEqual({ value: '21', raw: '21', at: '第4行' });
    expect(problems).toContainEqual(['AMBIGUOUS_ROW', 'requests.received.naturalPerson', '第3行']);
  });

  test('a remark behind the row is no value', () => {
    const grid = stacked(editLine('2.重复申请', (row) => [...row, '含转办2件']));
    expect(read(grid)).toMatchObject({ wrong: [] });
  });

  test('a number behind a row with a gap is not taken for a value', () => {
    const grid = stacked(
      editLine('2.重复申请', (row) => [...row.map((cell, index) => (index === 3 ? null : cell)), 77]),
    );
    const { value, problems } = read(grid);
    expect(value('requests.repeatedRequest.naturalPerson')).toBeNull();
    expect(value('requests.repeatedRequest.business')).toBeNull();
    expect(problems).toEqual([
      ['AMBIGUOUS_ROW', 'requests.repeatedRequest.naturalPerson', expect.any(String)],
    ]);
  });
});

describe('columns', () => {
  test('columns in another order are refused, not mapped', () => {
    const grid = stacked((rows) =>
      rows.map((row) => (row.length === 10 ? [...row.slice(0, 3), row[9]!, ...row.slice(3, 9)] : row)),
    );
    expect(read(grid).problems).toEqual([['COLUMN_UNKNOWN', null, expect.any(String)]]);
  });

  test.each([
    ['本年收费金额（单位：元）', 251000, '25.1'],
    ['本年收费金额（单位：万元）', 251000, '251000'],
    ['本年收费金额（单位：元）', '25.1万元', '25.1'],
  ])('%s, %s is %s 万元', (heading, amount, value) => {
    const grid = stacked((rows) =>
      rows.map((row) =>
        row[1] === '本年收费金额（单位：万元）'
          ? [row[0]!, heading]
          : row[0] === '行政事业性收费'
            ? [row[0], amount]
            : row,
      ),
    );
    expect(read(grid).value('fees.fees.amount')).toBe(value);
  });
});

describe('which form', () => {
  test('nothing like a report', () => {
    expect(
      read(
        sheet([
          ['姓名', '电话'],
          ['某人', 123],
        ]),
      ).problems,
    ).toEqual([['NO_FORM_FOUND', null, null]]);
  });

  test('a form we do not know', () => {
    const marker: Grid = { ...sheet([['form', '2035']], 'nianbao'), hidden: true };
    expect(read([stacked(), marker]).problems).toEqual([['FORM_UNKNOWN', null, null]]);
    expect(read(sheet([['某局2016年政府信息公开工作年度报告'], ['一、', 1]])).problems).toEqual([
      ['FORM_UNKNOWN', null, null],
    ]);
  });

  test('two reports in one file', () => {
    const { problems } = read([stacked(), { ...stacked(), name: '二' }]);
    expect(new Set(problems.map(([code]) => code))).toEqual(new Set(['ROW_TWICE']));
    expect(problems.length).toBeLessThanOrEqual(tablesOf(form2021).length);
  });

  test('a report a sheet in a collection', () => {
    const { reports } = draftReports([stacked(), { ...stacked(), name: '二' }], {
      blanksAreZero: false,
      layout: 'collection',
    });
    expect(reports.map(({ agency, year }) => [agency, year])).toEqual([
      ['某市某局', 2024],
      ['某市某局', 2024],
    ]);
  });
});
