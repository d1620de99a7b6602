import type exceljs from 'exceljs';
import { findCell, type CellKey, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { newWorkbook } from '../newWorkbook.js';
import { cellStyles } from './cellStyles.js';
import { columnCount } from './columnCount.js';
import type { ExportedReport } from './ExportedReport.js';
import { pageSetup } from './pageSetup.js';
import { markPrefilled } from './prefillMarks.js';
import { printForm, type FormTexts, type PrintedForm } from './printedForm.js';
import { reportTexts, valueText } from '../annotated/reportTexts.js';
import { columnWidth, setRowHeights } from './rowHeights.js';
import { addValidations } from './validations.js';

/** The sheet a reader and a person find the report on. */
export const sheetName = '年报';
/** A very hidden sheet that says which form this is. Raised when the layout changes. */
const marker = { sheet: 'nianbao', version: '1' };

/** A filled report in the official layout. */
export async function exportWorkbook(report: ExportedReport, writtenAt = new Date()): Promise<Buffer> {
  const printed = printForm(report.form, reportTexts(report));
  const { workbook } = await draw(report.form, printed, writtenAt, (key) =>
    valueText(report.form, report.values, key),
  );
  return bytesOf(workbook);
}

export interface BlankTitle {
  readonly agencyName?: string | undefined;
  readonly year?: number | undefined;
  /** What follows from last year's report: filled in, and marked as such. */
  readonly prefilled?: Values | undefined;
}

/** A workbook to fill in: labels are protected, value cells take only what can be right. */
export async function blankWorkbook(
  form: Form,
  { agencyName = '', year, prefilled = [] }: BlankTitle,
  writtenAt = new Date(),
): Promise<Buffer> {
  const texts: FormTexts = {
    title: `${agencyName}${year === undefined ? '' : `${year}年`}政府信息公开工作年度报告`,
    paragraphs: () => [''],
  };
  const printed = printForm(form, texts);
  const { workbook, sheet } = await draw(form, printed, writtenAt, (key) => valueText(form, prefilled, key));
  markPrefilled(sheet, form, printed, prefilled);
  await guardSheet(sheet, form, printed);
  return bytesOf(workbook);
}

/** Only values, prose and the title may be written, and only what can be right. */
export async function guardSheet(sheet: exceljs.Worksheet, form: Form, printed: PrintedForm): Promise<void> {
  addValidations(sheet, form, printed);
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatRows: true,
    formatColumns: true,
  });
}

/** The official layout with its values, ready for more and for bytesOf. */
export async function draw(
  form: Form,
  printed: PrintedForm,
  writtenAt: Date,
  valueOf: (key: CellKey) => string,
): Promise<{ readonly workbook: exceljs.Workbook; readonly sheet: exceljs.Worksheet }> {
  const workbook = await newWorkbook();
  workbook.creator = 'nianbao';
  workbook.created = writtenAt;
  workbook.modified = writtenAt;
  const sheet = workbook.addWorksheet(sheetName, pageSetup);
  sheet.columns = Array.from({ length: columnCount }, () => ({ width: columnWidth }));
  for (const { row, column, lastRow, lastColumn, kind, text, key } of printed.cells) {
    const formColumn = key === undefined ? undefined : findCell(form, key)?.column;
    sheet.getCell(row + 1, column + 1).value =
      key === undefined ? text || null : typed(form, key, valueOf(key));
    if (lastRow > row || lastColumn > column)
      sheet.mergeCells(row + 1, column + 1, lastRow + 1, lastColumn + 1);
    for (let r = row; r <= lastRow; r++)
      for (let c = column; c <= lastColumn; c++) cellStyles[kind](sheet.getCell(r + 1, c + 1), formColumn);
  }
  setRowHeights(sheet, printed);
  for (const row of longTableStarts(form, printed)) sheet.getRow(row).addPageBreak();
  const hidden = workbook.addWorksheet(marker.sheet, { state: 'veryHidden' });
  hidden.addRows([
    ['form', form.id],
    ['version', marker.version],
  ]);
  return { workbook, sheet };
}

export async function bytesOf(workbook: exceljs.Workbook): Promise<Buffer> {
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

/** A number where a double holds it exactly, else its text; null where blank. */
function typed(form: Form, key: CellKey, text: string): number | string | null {
  if (text === '' || !findCell(form, key)) return null;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 ? Number(text) : text;
}
