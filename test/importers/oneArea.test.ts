import { describe, expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import type { Grid } from '../../importers/reading/grid.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import { distinctNumbers, printedReport, savedAsText, sheet, type Written } from '../support/grids.js';

const form = formById('2021')!;
const numbers = distinctNumbers(form);
const title = '某市某局2024年政府信息公开工作年度报告';
const printed = () => printedReport(form, (key) => numbers.get(key) ?? null, title);
const lineOf = (rows: readonly Written[][], label: string) =>
  rows.findIndex((row) => row.some((cell) => String(cell).includes(label)));

/** Cells that hold another value than the test wrote, with it, and the codes of the problems. */
function read(grids: readonly Grid[]) {
  const { reports, problems } = draftReports(grids, { blanksAreZero: false });
  const [report] = reports;
  const wrong = cellsOf(form).flatMap(({ key }) => {
    const value = report?.cells[key]?.value ?? null;
    return value === String(numbers.get(key)) ? [] : [[key, value]];
  });
  return {
    wrong,
    codes: [...new Set([...problems, ...(report?.problems ?? [])].map(({ code }) => code))],
    named: (report?.problems ?? []).map(({ code, cell }) => [code, cell ?? null]),
  };
}

function edited(label: string, edit: (row: Written[]) => Written[], rows = printed()): Written[][] {
  return rows.with(lineOf(rows, label), edit([...rows[lineOf(rows, label)]!]));
}

const blankLicensing = () => edited('行政许可', ([label]) => [label!]);
const blank = [['licensing.licensing.decisions', null]];

describe('a row left blank stays blank', () => {
  test.each<[string, Written[][]]>([
    [
      'a dictionary',
      [
        ['某局', 1],
        ['行政许可', 2],
      ],
    ],
    [
      'last years',
      [
        ['指标', 2022, 2023],
        ['行政许可', 3, 4],
      ],
    ],
    [
      'one of many in a chart',
      [
        ['行政许可', 3],
        ['行政处罚', 4],
        ['行政强制', 5],
        ['行政事业性收费', 6],
      ],
    ],
    [
      'a table of contents',
      [
        ['栏目', '页码'],
        ['行政许可', 2],
      ],
    ],
  ])('%s on another sheet, before or after', (_, rows) => {
    for (const grids of [
      [sheet(blankLicensing()), sheet(rows, '别的')],
      [sheet(rows, '别的'), sheet(blankLicensing())],
    ]) {
      const { wrong, codes } = read(grids);
      expect(wrong).toEqual(blank);
      expect(codes).toEqual(['TABLE_ELSEWHERE']);
    }
  });

  test('a small table on the same lines', () => {
    const rows = edited('行政许可', ([label]) => [label!, null, null, null, null, '行政许可', 12]);
    expect(read([sheet(rows)])).toMatchObject({ wrong: blank, codes: ['TABLE_ELSEWHERE'] });
  });

  test('a small table below the report', () => {
    const rows = [...blankLicensing(), ['六、其他需要报告的事项'], ['近年数'], ['行政许可', 12]];
    expect(read([sheet(rows)])).toMatchObject({ wrong: blank, codes: ['TABLE_ELSEWHERE'] });
  });
});

describe('the form is read, whatever a helper says in the exact words', () => {
  test.each([
    ['行政许可', '行政许可（件）', [['行政许可', 1]]],
    ['行政事业性收费', '行政事业型收费', [['行政事业性收费', 9]]],
    [
      '一、本年新收',
      '一、本年新收政府信息公开申请数量（含转办）',
      [['一、本年新收政府信息公开申请数量', 1, 1, 1, 1, 1, 1, 6]],
    ],
    ['四、结转下年度', '四、结转下年度继续办理（件）', [['四、结转下年度继续办理', 0, 0, 0, 0, 0, 0, 0]]],
  ] as [string, string, Written[][]][])('%s as %s', (label, written, helper) => {
    const rows = edited(label, (row) => row.map((cell) => (String(cell).includes(label) ? written : cell)));
    expect(read([sheet(rows), sheet(helper, '图表')])).toMatchObject({
      wrong: [],
      codes: ['LABEL_REPAIRED', 'TABLE_ELSEWHERE'],
    });
  });
});

test('a blank copy of the form beside the filled one', () => {
  const empty = printedReport(form, () => null, title);
  expect(read([sheet(empty, '空表'), sheet(printed())])).toMatchObject({ wrong: [] });
});

describe('四: each of its cells is judged alone', () => {
  const values = cellsOf(form).filter(({ table }) => table.id === 'remedies');
  const key = values[3]!.key;

  test.each(['暂无', 'N/A', '零', '见附件', '（5）'])('%s in one of them', (word) => {
    const row = values.map((cell): Written => (cell.key === key ? word : (numbers.get(cell.key) ?? null)));
    const rows = printed();
    const { wrong } = read([sheet(rows.with(lineOf(rows, '结果维持') + 1, row))]);
    expect(wrong).toEqual([[key, null]]);
  });

  test.each<[string, Written[]]>([
    ['notes between', ['说明：本表按结案口径统计']],
    ['a unit', ['单位：件']],
    ['column numbers', Array.from({ length: 15 }, (_, index) => index + 1)],
    ['column numbers in brackets', Array.from({ length: 15 }, (_, index) => `（${index + 1}）`)],
    ['column numbers in circles', [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮']],
    ['column numbers with a label', ['栏次', ...Array.from({ length: 15 }, (_, index) => index + 1)]],
  ])('%s and its values', (_, row) => {
    const rows = printed();
    expect(read([sheet(rows.toSpliced(lineOf(rows, '结果维持') + 1, 0, row, row, row))]).wrong).toEqual([]);
  });

  test('a label before the values', () => {
    const rows = printed();
    const head = lineOf(rows, '结果维持');
    const moved = rows.map((row, index) =>
      index === head + 1 ? ['件数', ...row] : index === head || index === head - 1 ? [null, ...row] : row,
    );
    expect(read([sheet(moved)]).wrong).toEqual([]);
  });

  const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const texts = values.map((cell) => String(numbers.get(cell.key)));
  const tables = printed();
  const before = tables.slice(0, lineOf(tables, '四、政府信息公开行政复议') + 1).map((row) => row.join('\t'));
  test.each<[string, string[], number]>([
    ['a label a line', ['行政复议', '行政诉讼', ...head, ...head, ...head, texts.join(' ')], 0],
    ['a cell a line', ['行政复议', ...head, ...head, ...head, ...texts], 0],
    [
      'a line for each row',
      [head.join(' '), ...[0, 5, 10].map((at) => texts.slice(at, at + 5).join(' '))],
      0,
    ],
    ['one value lost', [...head, ...head, ...head, texts.slice(1).join(' ')], 15],
  ])('running text: %s', (_, lines, lost) => {
    const { wrong, codes } = read([
      savedAsText([...before, ...lines, '五、存在的主要问题及改进情况'].join('\n')),
    ]);
    expect(wrong.map(([, value]) => value)).toEqual(new Array(lost).fill(null));
    expect(codes.includes('AMBIGUOUS_ROW')).toBe(lost > 0);
  });
});

describe('columns that hold no values', () => {
  const size = 7;
  const at = 3;
  /** 三 with one more column. */
  function widened(
    place: number,
    head: string | null,
    cell: (row: number) => Written,
    edit = (row: Written[]) => row,
  ) {
    const rows = printed();
    const [from, to] = [lineOf(rows, '自然人'), lineOf(rows, '四、政府信息公开行政复议')];
    return rows.map((row, index) =>
      index < from || index >= to
        ? row
        : edit([...row]).toSpliced(place, 0, index === from ? head : cell(index - from)),
    );
  }

  test.each<[string, number, string | null, (row: number) => Written]>([
    ['行次', at, '行次', (row) => row],
    ['行次 without a head', at, null, (row) => row],
    ['小计', at + size - 1, '小计', (row) => row * 1000],
    ['a check', at + size, '校验', () => 0],
    ['last year', at + size, '上年总计', (row) => row * 100],
  ])('%s', (_, place, head, cell) => {
    expect(read([sheet(widened(place, head, cell))]).wrong).toEqual([]);
  });

  test.each([null, '行次'])('行次 (%s) with blanks anywhere', (head) => {
    const keys = new Set<CellKey>();
    const rows = printed();
    const from = lineOf(rows, '自然人');
    let row = 0;
    const gappy = widened(
      at,
      head,
      (index) => index,
      (cells) => {
        const current = row++;
        return current === 0
          ? cells
          : cells.map((cell, column) => {
              if (column < at || (current + column) % 3 > 0) return cell;
              keys.add(
                cellsOf(form).filter(({ table }) => table.id === 'requests')[
                  (current - 1) * size + column - at
                ]!.key,
              );
              return null;
            });
      },
    );
    expect(from).toBeGreaterThan(0);
    const { wrong, named } = read([sheet(gappy)]);
    expect(new Set(wrong.map(([key]) => key))).toEqual(keys);
    expect(wrong.every(([, value]) => value === null)).toBe(true);
    expect([...keys].filter((key) => !named.some(([, cell]) => cell === key))).toEqual([]);
  });
});

test.each(['一、本年新收', '规章'])(
  'the first row lost its label, below a row of column numbers: %s',
  (label) => {
    const rows = edited(label, (row) => row.map((cell) => (typeof cell === 'string' ? null : cell)));
    const first = rows.findIndex((row) => row.includes(label === '规章' ? '本年制发件数' : '自然人'));
    const size = label === '规章' ? 3 : 7;
    const lead = new Array<null>(rows[first]!.length - size).fill(null);
    const counted = rows.toSpliced(first + 1, 0, [
      ...lead,
      ...Array.from({ length: size }, (_, index) => index + 1),
    ]);
    expect(read([sheet(counted)])).toMatchObject({ wrong: [], codes: ['LABEL_LOST'] });
  },
);

describe('（六）其他处理 in one row, as the form of 2019 has it', () => {
  function mixed(values: Written[]): Written[][] {
    const rows = printed();
    const first = lineOf(rows, '1.申请人无正当理由逾期');
    return rows.toSpliced(first, 3, [null, '（六）其他处理', null, ...values]);
  }
  const keys = cellsOf(form)
    .map(({ key }) => key)
    .filter((key) => /\.(?:supplementOverdue|feeOverdue|otherReasons)\./.test(key));

  test('its sums are told, its rows stay blank, each named', () => {
    const { wrong, codes, named } = read([sheet(mixed([1, 2, 3, 4, 5, 6, 21]))]);
    expect(wrong).toEqual(keys.map((key) => [key, null]));
    expect(codes).toEqual(['ROW_NOT_SPLIT']);
    expect(named.map(([, cell]) => cell).sort()).toEqual([...keys].sort());
  });

  test('all zeros are zeros', () => {
    const { wrong, codes } = read([sheet(mixed([0, 0, 0, 0, 0, 0, 0]))]);
    expect(wrong).toEqual(keys.map((key) => [key, '0']));
    expect(codes).toEqual(['ROW_NOT_SPLIT']);
  });
});

describe('a copy of the form', () => {
  test('that nobody filled in does not stand for a table whose only row lost its label', () => {
    const rows = edited('行政事业性收费', ([, ...values]) => [null, ...values]);
    const copy = { ...sheet(printedReport(form, () => null, title)), name: '空表' };
    const { wrong, named } = read([sheet(rows), copy]);
    expect(wrong).toEqual([['fees.fees.amount', null]]);
    expect(named).toContainEqual(['TABLE_MISSING', 'fees.fees.amount']);
  });

  test('a head printed again right behind the first row begins no other table', () => {
    const rows = printed();
    const head = rows.findIndex((row) => row.includes('自然人'));
    const again = rows.toSpliced(head + 2, 0, rows[head]!);
    expect(read([sheet(again)])).toEqual({ wrong: [], codes: [], named: [] });
  });
});
