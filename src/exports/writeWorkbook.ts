import exceljs from 'exceljs';
import { findCell, type CellKey } from '../cells.js';
import type { Form } from '../forms/form.js';
import { cellStyles } from './cellStyles.js';
import type { ExportedReport } from './ExportedReport.js';
import { columnCount, printForm, type FormTexts, type PrintedForm } from './printedForm.js';
import { reportTexts, valueText } from './reportTexts.js';
import { addValidations } from './validations.js';

/** The sheet a reader and a person find the report on. */
const sheetName = '年报';
/** A very hidden sheet that says which form this is. Raised when the layout changes. */
const marker = { sheet: 'nianbao', version: '1' };
const widths = [9, 14, 32];
const valueWidth = 10;
const lineHeight = 18;

/** A filled report in the official layout. */
export async function exportWorkbook(report: ExportedReport): Promise<Buffer> {
  const printed = printForm(report.form, reportTexts(report));
  return write(report.form, printed, (key) => valueText(report.form, report.values, key));
}

export interface BlankTitle {
  readonly agencyName?: string | undefined;
  readonly year?: number | undefined;
}

/** A workbook to fill in: labels are protected, value cells take only what can be right. */
export async function blankWorkbook(form: Form, { agencyName = '', year }: BlankTitle): Promise<Buffer> {
  const texts: FormTexts = {
    title: `${agencyName}${year ?? ''}年政府信息公开工作年度报告`,
    paragraphs: () => [''],
  };
  const printed = printForm(form, texts);
  return write(
    form,
    printed,
    () => '',
    async (sheet) => {
      addValidations(sheet, form, printed);
      await sheet.protect('', {
        selectLockedCells: true,
        selectUnlockedCells: true,
        formatRows: true,
        formatColumns: true,
      });
    },
  );
}

async function write(
  form: Form,
  printed: PrintedForm,
  valueOf: (key: CellKey) => string,
  finish?: (sheet: exceljs.Worksheet) => Promise<void>,
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(sheetName, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
    },
  });
  sheet.columns = Array.from({ length: columnCount }, (_, index) => ({ width: widths[index] ?? valueWidth }));
  for (const { row, column, lastRow, lastColumn, kind, text, key } of printed.cells) {
    const cell = sheet.getCell(row + 1, column + 1);
    const formColumn = key === undefined ? undefined : findCell(form, key)?.column;
    cell.value = key === undefined ? text || null : typed(form, key, valueOf(key));
    if (lastRow > row || lastColumn > column)
      sheet.mergeCells(row + 1, column + 1, lastRow + 1, lastColumn + 1);
    for (let r = row; r <= lastRow; r++)
      for (let c = column; c <= lastColumn; c++) cellStyles[kind](sheet.getCell(r + 1, c + 1), formColumn);
    const lines = row === lastRow ? linesNeeded(text, column, lastColumn) : 1;
    const height = kind === 'title' ? 2 * lineHeight : lineHeight * Math.max(lines, kind === 'prose' ? 3 : 1);
    sheet.getRow(row + 1).height = Math.max(sheet.getRow(row + 1).height ?? 0, height);
  }
  for (const row of longTableStarts(form, printed)) sheet.getRow(row).addPageBreak();
  await finish?.(sheet);
  const hidden = workbook.addWorksheet(marker.sheet, { state: 'veryHidden' });
  hidden.addRows([
    ['form', form.id],
    ['version', marker.version],
  ]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The last line before each section whose table would be cut by the end of a page. */
function longTableStarts(form: Form, printed: PrintedForm): number[] {
  const long = form.sections.filter(({ tables }) => tables.some(({ rows }) => rows.length > 10));
  const headings = long.map(({ numeral, title }) => `${numeral}、${title}`);
  return printed.cells.flatMap(({ kind, text, row }) =>
    kind === 'section' && headings.includes(text) ? [row] : [],
  );
}

/** How many lines a text takes in its columns; a Chinese character is two digits wide. */
function linesNeeded(text: string, column: number, lastColumn: number): number {
  let width = 0;
  for (let index = column; index <= lastColumn; index++) width += widths[index] ?? valueWidth;
  return Math.max(1, Math.ceil((2.1 * text.length) / width));
}

/** A number where a double holds it exactly, else its text; null where blank. */
function typed(form: Form, key: CellKey, text: string): number | string | null {
  if (text === '' || !findCell(form, key)) return null;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(text) : text;
}
