import type { ExportedReport } from '../printed/ExportedReport.js';
import { printedLines, printForm } from '../printed/printedForm.js';
import { guardFormula } from '../../text/formulaGuard.js';
import { reportTexts, valueText } from '../annotated/reportTexts.js';

/** The official layout as CSV: UTF-8 with a byte order mark, as Excel and WPS open it by a double click. */
export function exportCsv(report: ExportedReport): string {
  const printed = printForm(report.form, reportTexts(report));
  const values = new Set(printed.cells.flatMap(({ key, row, column }) => (key ? [`${row} ${column}`] : [])));
  const lines = printedLines(printed, (key) => valueText(report.form, report.values, key));
  const text = lines.map((fields, row) =>
    fields.map((field, column) => csvField(field, values.has(`${row} ${column}`))).join(','),
  );
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

/** Numbers are written as they are: -1690 is no formula. */
export function csvField(text: string, isNumber: boolean): string {
  const safe = isNumber ? text : guardFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
