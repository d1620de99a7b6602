import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import { cellsOf, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { leadingColumns, summaryHeader } from './summaryHeader.js';
import { shownNumbers, totalLabel, type SummaryRow } from './summaryRow.js';

/** More digits than a workbook keeps exactly are written as text. */
const exactDigits = 15;

/** 汇总表 as a workbook, written line by line: whatever its length, memory stays the same. */
export async function writeSummaryWorkbook(
  output: Writable,
  form: Form,
  rows: AsyncIterable<SummaryRow>,
  totals: Values,
  title: string,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const { levels, keys } = summaryHeader(form);
  const headLines = levels.length + 2;
  const sheet = workbook.addWorksheet('汇总表', {
    views: [{ state: 'frozen', xSplit: leadingColumns.length, ySplit: headLines }],
  });
  sheet.columns = [{ width: 22 }, { width: 30 }, { width: 8 }, ...keys.map(() => ({ width: 12 }))];
  const head = sheet.addRow([title]);
  head.font = { bold: true, size: 14 };
  head.commit();
  for (const [index, level] of levels.entries()) {
    const row = sheet.addRow([]);
    row.font = { bold: true };
    for (const { column, lastColumn, text } of level) {
      const cell = row.getCell(column + 1);
      cell.value = text;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      if (lastColumn > column) sheet.mergeCells(index + 2, column + 1, index + 2, lastColumn + 1);
    }
    row.commit();
  }
  sheet.addRow([...leadingColumns, ...keys]).commit();
  for await (const { code, name, year, values } of rows)
    sheet.addRow([code, name, year, ...numbers(form, values)]).commit();
  const sum = sheet.addRow([totalLabel, '', '', ...numbers(form, totals)]);
  sum.font = { bold: true };
  sum.commit();
  await workbook.commit();
}

function numbers(form: Form, values: Values): (number | string | null)[] {
  const texts = shownNumbers(form, values);
  return cellsOf(form).map(({ position }) => {
    const text = texts[position] ?? '';
    if (text === '') return null;
    return text.replace(/\D/g, '').length <= exactDigits ? Number(text) : text;
  });
}
