import { read } from '@e965/xlsx';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { address } from '../../importers/reading/grid.js';
import { cellsOf, findCell, type CellKey } from '../../src/cells.js';
import { columnCount } from '../../src/exports/printed/columnCount.js';
import type { ExportedReport } from '../../src/exports/printed/ExportedReport.js';
import { printForm, type PrintedForm } from '../../src/exports/printed/printedForm.js';
import { blankWorkbook, exportWorkbook } from '../../src/exports/printed/writeWorkbook.js';
import type { Form } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import { shownValues, validValues } from '../support/drafts.js';

const texts = { title: '某市某局2024年政府信息公开工作年度报告', paragraphs: () => [''] };

function reportOf(form: Form): ExportedReport {
  return {
    form,
    values: validValues(form),
    agencyName: '某市某局',
    agencyCode: 'A1',
    year: form.firstYear,
    version: 1,
    sections: [],
  };
}

async function sheetOf(bytes: Buffer): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet('年报');
  if (!sheet) throw new Error('no sheet 年报');
  return sheet;
}

/** The address of every cell of the form in the printed layout. */
function addresses(printed: PrintedForm): [CellKey, string][] {
  return printed.cells.flatMap(({ key, row, column }): [CellKey, string][] =>
    key === undefined ? [] : [[key, address(row, column)]],
  );
}

describe.each(forms)('a workbook on form $id', (form) => {
  const printed = printForm(form, texts);

  test('reaches the same right edge in every block', () => {
    const widths = new Map<number, number>();
    for (const { row, lastRow, lastColumn } of printed.cells)
      for (let line = row; line <= lastRow; line++)
        widths.set(line, Math.max(widths.get(line) ?? 0, lastColumn + 1));
    expect(new Set(widths.values())).toEqual(new Set([columnCount]));
    expect(widths.size).toBe(printed.rows);
  });

  test('opened by another program it has each value where it is printed, as a number', async () => {
    const sheet = read(await exportWorkbook(reportOf(form))).Sheets['年报'];
    const found = addresses(printed).map(([key, at]) => [key, sheet?.[at]?.t, sheet?.[at]?.v]);
    const shown = shownValues(form, validValues(form));
    expect(found).toEqual(addresses(printed).map(([key]) => [key, 'n', Number(shown[key])]));
    expect(found).toHaveLength(cellsOf(form).length);
  });

  test('its labels are printed as the notice has them', async () => {
    const sheet = await sheetOf(await exportWorkbook(reportOf(form)));
    const labels = printed.cells.filter(({ kind, row }) => kind !== 'prose' && kind !== 'value' && row > 0);
    const wrong = labels.filter(({ row, column, text }) => sheet.getCell(row + 1, column + 1).value !== text);
    expect(wrong).toEqual([]);
  });

  test('a blank one asks of each cell what the form asks, and holds no formula', async () => {
    const sheet = await sheetOf(await blankWorkbook(form, { agencyName: '某市某局', year: 2024 }));
    const asked = { count: 'whole', change: 'whole', money: 'decimal' };
    for (const [key, at] of addresses(printed)) {
      const cell = sheet.getCell(at);
      const quantity = findCell(form, key)?.column.quantity ?? 'count';
      expect([key, cell.dataValidation?.type, cell.value]).toEqual([key, asked[quantity], null]);
      expect(cell.dataValidation.prompt).toMatch(/\p{Script=Han}/u);
    }
  });

  test('a blank one is protected, a filled one is not', async () => {
    const protection = async (bytes: Buffer): Promise<unknown> =>
      Reflect.get(await sheetOf(bytes), 'sheetProtection');
    expect(await protection(await blankWorkbook(form, {}))).toMatchObject({ sheet: true });
    expect(await protection(await exportWorkbook(reportOf(form)))).toBeUndefined();
  });

  test('written twice at the same moment it has the same content', async () => {
    const at = new Date(0);
    const contents = async () => {
      const sheet = await sheetOf(await exportWorkbook(reportOf(form), at));
      return JSON.stringify([sheet.model, sheet.workbook.created, sheet.workbook.modified]);
    };
    expect(await contents()).toBe(await contents());
  });

  test('a blank one for no agency and no year says neither', async () => {
    const sheet = await sheetOf(await blankWorkbook(form, {}));
    expect(sheet.getCell('A1').value).toBe('政府信息公开工作年度报告');
  });
});

test('a long paragraph gets several lines, none higher than a spreadsheet can show', async () => {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const text = '依法公开。'.repeat(2000);
  const sections = [{ id: 'overview', title: '一、总体情况', text }];
  const sheet = await sheetOf(await exportWorkbook({ ...reportOf(form), sections }));
  expect(sheet.getCell('A3').value).toBe(text);
  expect(sheet.getCell('A4').master.address).toBe('A3');
  const heights: number[] = [];
  sheet.eachRow((row) => heights.push(row.height));
  expect(Math.max(...heights)).toBeLessThan(409);
});
