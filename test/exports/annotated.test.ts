import type exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { cellsOf, findCell, type CellKey } from '../../src/cells.js';
import { annotatedWorkbook } from '../../src/exports/annotated/annotatedWorkbook.js';
import { exportCsv } from '../../src/exports/data/exportCsv.js';
import { severityMarks } from '../../src/exports/annotated/annotatedMarks.js';
import { checkDraft } from '../../src/filing/judging/checkDocument.js';
import { formById, forms } from '../../src/forms/index.js';
import {
  annotated,
  annotatedValues,
  noteText,
  openWorkbook,
  readAgain,
  valuesOf,
} from '../support/annotated.js';
import { draftOf, shownValues, validValues, withCells } from '../support/drafts.js';
import { sampleCsv } from '../support/sampleFiles.js';

const form = formById('2021')!;
const total = 'requests.received.total';

/** A CSV with a text for a number, clean-ups, blanks and sums that do not hold. */
async function faultyDraft() {
  const csv = sampleCsv('某市城市管理局', 2024, {
    [total]: '7',
    'documents.rules.issued': '9999999',
    'remedies.directLitigation.pending': null,
  })
    .replace(/(行政许可,+)\d+/, '$1约八百件')
    .replace(/(行政处罚,+)\d+/, '$1"3,525"')
    .replace(/(行政事业性收费,+)[\d.]+/, '$1251000元');
  return readAgain(Buffer.from(csv), '年报.csv');
}

async function marked(bytes: Uint8Array, at: (key: CellKey) => string | undefined) {
  const sheet = (await openWorkbook(bytes)).getWorksheet('年报')!;
  return (key: CellKey) => sheet.getCell(at(key) ?? 'A1');
}

/** Where the cells stand in an annotated workbook, found by reading it. */
async function placesIn(bytes: Uint8Array) {
  const { cells } = await readAgain(bytes);
  return (key: CellKey) => cells[key]?.at?.replace('年报!', '');
}

function rowsOf(sheet: exceljs.Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    rows.push(texts);
  });
  return rows;
}

describe('an annotated workbook is read as the upload was', () => {
  test('values, title and prose, and no problem but those of the upload', async () => {
    const draft = {
      ...(await faultyDraft()),
      sections: [{ id: 'overview', title: '一、总体情况', text: '第一段。\n=1+1 不是公式' }],
    };
    const again = await readAgain(await annotatedWorkbook(annotated(draft)));
    expect(valuesOf(again)).toEqual(valuesOf(draft));
    expect(again).toMatchObject({ form: '2021', year: 2024, agency: draft.agency, sections: draft.sections });
    expect(again.problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['NOT_A_NUMBER', 'licensing.licensing.decisions'],
    ]);
    expect(again.cells['licensing.licensing.decisions']?.raw).toBe('约八百件');
    const keys = (findings: ReturnType<typeof checkDraft>['findings']) =>
      findings.map(({ rule, cells }) => [rule, ...cells]);
    expect(keys(checkDraft(again).findings)).toEqual(keys(checkDraft(draft).findings));
  });

  test.each(forms)('any values on form $id', async (each) => {
    const arbitrary = fc.tuple(
      ...cellsOf(each).map(({ column }) =>
        fc.option(
          fc.bigInt({
            min: column.quantity === 'change' ? -999n : 0n,
            max: 10n ** (column.quantity === 'money' ? 17n : 12n),
          }),
          { freq: 10 },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (values) => {
        const report = { form: each, values, agencyName: '某局', agencyCode: '', year: each.firstYear };
        const csv = exportCsv({ ...report, version: 1, sections: [] });
        const draft = await readAgain(Buffer.from(csv), '年报.csv');
        const again = await readAgain(await annotatedWorkbook(annotated(draft)));
        expect(valuesOf(draft)).toEqual(shownValues(each, values));
        expect(valuesOf(again)).toEqual(valuesOf(draft));
        const told = (problems: typeof draft.problems) => problems.map(({ code, cell }) => [code, cell]);
        expect(told(again.problems)).toEqual(told(draft.problems));
      }),
      { numRuns: 5 },
    );
  });

  test.each([
    '约三百',
    '见附件',
    '/',
    '无',
    '#REF!',
    '1.5',
    '=SUM(A1:A3)',
    '1234567890123456',
    '３2件?',
    '\u0001坏\uffff',
  ])('what was written where no number could be read: %j', async (raw) => {
    const csv = sampleCsv('某局', 2024).replace(/(行政许可,+)\d+/, `$1${raw}`);
    const draft = await readAgain(Buffer.from(csv), '年报.csv');
    const again = await readAgain(await annotatedWorkbook(annotated(draft)));
    const key = 'licensing.licensing.decisions';
    expect(draft.cells[key]?.value).toBeNull();
    expect(valuesOf(again)).toEqual(valuesOf(draft));
    expect(again.cells[key]?.raw).toBe(raw.replace(/[\u0001\uffff]/g, ''));
    expect(again.problems.map(({ cell }) => cell)).toEqual(draft.problems.map(({ cell }) => cell));
  });

  test('a text that would be another number here is not put into its cell, but told', async () => {
    const csv = sampleCsv('某局', 2024)
      .replace('单位：万元', '单位：元')
      .replace(/(行政事业性收费,+)[\d.]+/, '$15.123');
    const draft = await readAgain(Buffer.from(csv), '年报.csv');
    const key = 'fees.fees.amount';
    expect(draft.cells[key]).toMatchObject({ value: null, raw: '5.123' });
    const bytes = await annotatedWorkbook(annotated(draft));
    const again = await readAgain(bytes);
    expect(again.cells[key]).toMatchObject({ value: null, raw: null });
    const cell = (await marked(bytes, await placesIn(bytes)))(key);
    expect(noteText(cell)).toContain('原文“5.123”');
  });

  test('zeros that the filer’s word made of blanks', async () => {
    const csv = sampleCsv('某局', 2024, { 'licensing.licensing.decisions': null });
    const draft = await readAgain(Buffer.from(csv), '年报.csv', true);
    const bytes = await annotatedWorkbook(annotated(draft));
    expect(valuesOf(await readAgain(bytes))).toEqual(valuesOf(draft));
    const cleanUps = rowsOf((await openWorkbook(bytes)).getWorksheet('清理记录')!);
    expect(cleanUps.at(-1)?.join()).toContain('1 格空白已按 0 处理');
  });

  test('in a collection its lists are no reports', async () => {
    const bytes = await annotatedWorkbook(annotated(await faultyDraft()));
    const { reports, problems } = await readFile(bytes, '汇集.xlsx', {
      blanksAreZero: false,
      layout: 'collection',
    });
    expect([reports.length, problems]).toEqual([1, []]);
  });

  test('with its faults mended in it, it is clean', async () => {
    const values = validValues(form);
    const faulty = withCells(form, values, {
      [total]: '7',
      'requests.disclosed.business': null,
      'remedies.reconsideration.total': '1',
      'documents.rules.issued': '-3',
    });
    const bytes = await annotatedWorkbook(annotatedValues(form, faulty));
    const at = await placesIn(bytes);
    const workbook = await openWorkbook(bytes);
    const sheet = workbook.getWorksheet('年报')!;
    const right = shownValues(form, values);
    for (const key of [
      total,
      'requests.disclosed.business',
      'remedies.reconsideration.total',
      'documents.rules.issued',
    ] as const)
      sheet.getCell(at(key)!).value = Number(right[key]);
    workbook.getWorksheet('错误清单')!.getCell('K5').value = '已改正';
    const again = await readAgain(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(checkDraft(again)).toMatchObject({ problems: [], findings: [] });
  });
});

describe('faults are marked', () => {
  test('by the colour and the sign of their severity, operands faintly, the rest not at all', async () => {
    const values = withCells(form, validValues(form), {
      [total]: '7',
      'documents.rules.issued': '9999999',
      'requests.disclosed.business': null,
    });
    const bytes = await annotatedWorkbook(annotatedValues(form, values));
    const cell = await marked(bytes, await placesIn(bytes));
    const look = (key: CellKey) => {
      const { fill, border, numFmt, value, note } = cell(key);
      return [
        fill?.type === 'pattern' ? fill.fgColor?.argb : undefined,
        border?.top?.style,
        numFmt,
        value,
        note !== undefined,
      ];
    };
    const { error, explain, warning } = severityMarks;
    expect(look(total)).toEqual([error.fill, 'medium', '0"▲"', 7, true]);
    expect(look('requests.received.business')).toMatchObject([
      error.pale,
      'dotted',
      '0',
      expect.any(Number),
      false,
    ]);
    expect(look('requests.disclosed.business')).toMatchObject([
      explain.fill,
      'mediumDashed',
      expect.stringContaining('？'),
      null,
      true,
    ]);
    expect(look('documents.rules.issued')).toMatchObject([
      warning.fill,
      'dashed',
      expect.stringContaining('！'),
      9999999,
      true,
    ]);
    expect(look('enforcement.penalties.decisions').slice(0, 3)).toEqual([undefined, 'thin', '0']);
    expect(new Set([error, explain, warning].map(({ sign }) => sign)).size).toBe(3);
  });

  test('in a list that links each to its cell', async () => {
    const draft = await faultyDraft();
    const report = annotated(draft);
    const bytes = await annotatedWorkbook(report);
    const places = await placesIn(bytes);
    const workbook = await openWorkbook(bytes);
    const sheet = workbook.getWorksheet('错误清单')!;
    const rows = rowsOf(sheet);
    expect(rows[3]).toEqual([
      '序号',
      '程度',
      '表',
      '行',
      '列',
      '填报数',
      '应为',
      '规则',
      '怎么办',
      '单元格',
      '建议改法',
      '说明',
      '核对编号',
    ]);
    const faults = rows.slice(4);
    const listed = [...report.problems.filter(({ severity }) => severity !== 'info'), ...report.findings];
    expect(faults).toHaveLength(listed.length);
    expect(faults.map(([number]) => Number(number))).toEqual(listed.map((_, index) => index + 1));
    const grades = faults.map(([, grade]) => ['▲ 错误', '？ 需说明', '！ 提示'].indexOf(grade ?? ''));
    expect(grades).toEqual([...grades].sort());
    expect(faults[0]).toEqual([
      ...[
        '1',
        '▲ 错误',
        '二、主动公开政府信息情况 第二十条第（五）项',
        '行政许可',
        '本年处理决定数量',
        '约八百件',
        '',
      ],
      ...[
        'NOT_A_NUMBER 不是数字',
        '“约八百件”不是数字。请改为数字，没有的填 0。',
        places('licensing.licensing.decisions'),
        ...['', '', ''],
      ],
    ]);
    const balance = faults.find((row) => row[7]?.startsWith('R-BALANCE'));
    expect(balance?.slice(2, 5)).toEqual([
      '三、收到和处理政府信息公开申请情况',
      '一、本年新收政府信息公开申请数量 等 4 行',
      '总计',
    ]);
    expect(balance?.[8]).toMatch(/^一＋二＝.*请核对/);
    const links: unknown[] = [];
    sheet.getColumn(10).eachCell((cell, row) => {
      if (row > 4) links.push(cell.formula);
    });
    const firsts = listed.flatMap((found) => ('cells' in found ? found.cells[0] : found.cell) ?? []);
    expect([...links].sort()).toEqual(
      firsts.map((key) => `HYPERLINK("#年报!${places(key)}","${places(key)}")`).sort(),
    );
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['年报', 'visible'],
      ['nianbao', 'veryHidden'],
      ['错误清单', 'visible'],
      ['清理记录', 'visible'],
    ]);
  });

  test('clean-ups are listed beside, and are no faults', async () => {
    const bytes = await annotatedWorkbook(annotated(await faultyDraft()));
    const rows = rowsOf((await openWorkbook(bytes)).getWorksheet('清理记录')!).slice(3);
    expect(rows.map((row) => [row[3], row[4], row[5]])).toEqual([
      ['本年处理决定数量', '3,525', '3525'],
      ['本年收费金额（单位：万元）', '251000元', '25.1'],
    ]);
  });

  test('a report without faults says so', async () => {
    const workbook = await openWorkbook(await annotatedWorkbook(annotatedValues(form, validValues(form))));
    expect(workbook.getWorksheet('错误清单')!.getCell('A5').text).toBe('没有发现问题。');
    expect(workbook.getWorksheet('清理记录')!.getCell('A4').text).toContain('没有作过整理');
  });
});

test('a fault without a cell is listed with its place in the upload', async () => {
  const draft = draftOf(form, validValues(form), { year: 2019, agency: '某局' });
  const report = annotated({
    ...draft,
    problems: [
      {
        code: 'ROW_UNKNOWN',
        severity: 'warning',
        at: '年报!A9',
        message: '「二」里的“其他”不是统一格式的行。',
      },
    ],
  });
  const rows = rowsOf((await openWorkbook(await annotatedWorkbook(report))).getWorksheet('错误清单')!).slice(
    4,
  );
  expect(rows[0]?.slice(5, 8)).toEqual(['2021', '2019', expect.stringContaining('R-FORM-YEAR')]);
  expect(rows[1]?.slice(2, 5)).toEqual(['', '原文件 年报!A9', '']);
  expect(findCell(form, total)).toBeDefined();
});
