import { cellsOf } from '../cells.js';
import type { ExportedReport } from './ExportedReport.js';
import { valueText } from './reportTexts.js';

/** A report as data: every cell of the form by key, null where blank. Imported again, it is unchanged. */
export function exportJson({
  form,
  values,
  agencyName,
  agencyCode,
  year,
  version,
  sections,
}: ExportedReport): string {
  const cells = Object.fromEntries(
    cellsOf(form).map(({ key }) => [key, valueText(form, values, key) || null]),
  );
  return `${JSON.stringify({ agency: agencyName, agencyCode, year, form: form.id, version, cells, sections }, null, 2)}\n`;
}
