import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { cellsOf, type Values } from '../../src/cells.js';
import type { ExportedReport } from '../../src/exports/printed/ExportedReport.js';
import { csvField, exportCsv } from '../../src/exports/data/exportCsv.js';
import { exportJson } from '../../src/exports/data/exportJson.js';
import { printForm } from '../../src/exports/printed/printedForm.js';
import { validatedRanges } from '../../src/exports/printed/validations.js';
import { blankWorkbook, exportWorkbook } from '../../src/exports/printed/writeWorkbook.js';
import { draftValues } from '../../src/filing/judging/checkDocument.js';
import { formById, forms } from '../../src/forms/index.js';
import { validValues } from '../support/drafts.js';

const texts = { title: '某市某局2024年政府信息公开工作年度报告', paragraphs: () => [''] };

function reportOf(form: (typeof forms)[number], values: Values): ExportedReport {
  return {
    form,
    values,
    agencyName: '某市某局',
    agencyCode: 'A1',
    year: form.firstYear,
    version: 3,
    sections: [
      { id: 'overview', title: '一、总体情况', text: '第一段。\n=1+1 不是公式\n一、段落里的编号' },
      { id: 'problems', title: '五、存在的主要问题及改进情况', text: '公开不够细。' },
    ],
  };
}

describe.each(forms)('the printed form $id', (form) => {
  const printed = printForm(form, texts);

  test('has a place for every cell, once', () => {
    const keys = printed.cells.flatMap(({ key }) => key ?? []);
    expect([...keys].sort()).toEqual(
      cellsOf(form)
        .map(({ key }) => key)
        .sort(),
    );
  });

  test('no two areas overlap', () => {
    const taken = new Set<string>();
    const overlaps: string[] = [];
    for (const { row, lastRow, column, lastColumn } of printed.cells)
      for (let r = row; r <= lastRow; r++)
        for (let c = column; c <= lastColumn; c++) {
          if (taken.has(`${r} ${c}`)) overlaps.push(`${r} ${c}`);
          taken.add(`${r} ${c}`);
        }
    expect(overlaps).toEqual([]);
  });

  test('validations are ranges that do not overlap and cover every value', () => {
    const ranges = validatedRanges(form, printed);
    expect(ranges.length).toBeLessThan(20);
    const covered = ranges.flatMap(({ range }) => {
      const [, c1 = '', r1, c2 = '', r2] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
      const cells: string[] = [];
      for (let row = Number(r1); row <= Number(r2); row++)
        for (let column = c1.charCodeAt(0); column <= c2.charCodeAt(0); column++)
          cells.push(`${row} ${column}`);
      return cells;
    });
    expect(new Set(covered).size).toBe(covered.length);
    const values = printed.cells.filter(({ kind }) => kind === 'value');
    const uncovered = values.filter(({ row, column }) => !covered.includes(`${row + 1} ${65 + column}`));
    expect(uncovered).toEqual([]);
  });

  test('a blank workbook takes values, prose and the title, and nothing else', async () => {
    const workbook = new exceljs.Workbook();
    const bytes = await blankWorkbook(form, { agencyName: '某市某局', year: form.firstYear });
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheet = workbook.getWorksheet('年报')!;
    const wrong = printed.cells.filter(({ row, column, kind }) => {
      const isOpen = sheet.getCell(row + 1, column + 1).protection?.locked === false;
      return isOpen !== ['value', 'prose', 'title'].includes(kind);
    });
    expect(wrong).toEqual([]);
    expect(workbook.getWorksheet('nianbao')?.state).toBe('veryHidden');
    expect(workbook.getWorksheet('nianbao')?.getCell('B1').value).toBe(form.id);
  });

  test('a blank workbook is read as a report with nothing filled in', async () => {
    const bytes = await blankWorkbook(form, { agencyName: '某市某局', year: form.firstYear });
    const { reports, problems } = await readFile(bytes, '空白.xlsx', { blanksAreZero: false });
    expect(problems).toEqual([]);
    expect(reports).toMatchObject([
      { form: form.id, year: form.firstYear, agency: '某市某局', problems: [] },
    ]);
    expect(Object.values(reports[0]!.cells).filter(({ value, at }) => value !== null || at === null)).toEqual(
      [],
    );
  });

  test.each(['xlsx', 'csv', 'json'])('what is exported as %s is read back the same', async (extension) => {
    const arbitrary = fc.tuple(
      ...cellsOf(form).map(({ column }) =>
        fc.option(
          column.quantity === 'change'
            ? fc.bigInt({ min: -99_999n, max: 99_999n })
            : fc.bigInt({ min: 0n, max: column.quantity === 'money' ? 10n ** 17n : 10n ** 12n }),
          { freq: 20 },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (values) => {
        const report = reportOf(form, values);
        const bytes = await exported(report, extension);
        const { reports } = await readFile(bytes, `报告.${extension}`, { blanksAreZero: false });
        expect(reports).toHaveLength(1);
        expect(draftValues(form, reports[0]!.cells)).toEqual(values);
        expect(reports[0]).toMatchObject({
          year: report.year,
          agency: '某市某局',
          sections: report.sections,
        });
      }),
      { numRuns: 10 },
    );
  });
});

async function exported(report: ExportedReport, extension: string): Promise<Uint8Array> {
  if (extension === 'xlsx') return exportWorkbook(report);
  return Buffer.from(extension === 'csv' ? exportCsv(report) : exportJson(report));
}

describe('text that a spreadsheet would run', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["'=1", "''=1"],
    ['-5', "'-5"],
    ['\tx', "'\tx"],
    ['a,b', '"a,b"'],
    ['他说"是"', '"他说""是"""'],
  ])('%j is written as %j', (text, field) => {
    expect(csvField(text, false)).toBe(field);
  });

  test('a negative number stays a number', () => {
    expect(csvField('-1690', true)).toBe('-1690');
  });
});

test('numbers a double cannot hold are written as text', async () => {
  const form = formById('2021')!;
  const values = validValues(form).map((value, position) =>
    cellsOf(form)[position]?.key === 'fees.fees.amount' ? 123_456_789_012_345_678n : value,
  );
  const bytes = await exportWorkbook(reportOf(form, values));
  const { reports } = await readFile(bytes, '大数.xlsx', { blanksAreZero: false });
  expect(reports[0]?.cells['fees.fees.amount']?.value).toBe('123456789012.345678');
});
