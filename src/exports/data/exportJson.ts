import { cellsOf } from '../../cells.js';
import type { ExportedReport } from '../printed/ExportedReport.js';
import { valueText } from '../annotated/reportTexts.js';

/** A report as data: every cell of the form by key, null where blank. Imported again, it is unchanged. */
export function exportJson({
  form,
  values,
  agencyName,
  agencyCode,
  year,
  version,
  sections,
  headings = null,
  datedOn = null,
}: ExportedReport): string {
  const cells = Object.fromEntries(
    cellsOf(form).map(({ key }) => [key, valueText(form, values, key) || null]),
  );
  const prose = { sections, headings, datedOn };
  const report = { agency: agencyName, agencyCode, year, form: form.id, version, cells, ...prose };
  return `${JSON.stringify(report, null, 2)}\n`;
}
