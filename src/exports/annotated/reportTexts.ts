import { findCell, formatValue, type CellKey, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { ExportedReport } from '../printed/ExportedReport.js';
import type { FormTexts } from '../printed/printedForm.js';

/** The title and prose of a report as they are printed. */
export function reportTexts(report: ExportedReport): FormTexts {
  const texts = new Map(report.sections.map(({ id, text }) => [id, text]));
  return {
    title: `${report.agencyName}${report.year}年政府信息公开工作年度报告`,
    paragraphs: ({ id }) => (texts.get(id) ?? '').split(/\r?\n|[\r\v\f]/),
  };
}

/** The canonical decimal string of a cell, or an empty string where it is blank. */
export function valueText(form: Form, values: Values, key: CellKey): string {
  const cell = findCell(form, key);
  const value = cell && values[cell.position];
  return cell && value != null ? formatValue(cell.column, value) : '';
}
