import { cellsOf } from '../../cells.js';
import type { ExportedReport } from '../printed/ExportedReport.js';
import { valueText } from '../annotated/reportTexts.js';

/** A report as data: every cell of the form by key, null where blank. Imported again, it is unchanged. */
export function exportJson(report: ExportedReport): string {
  return `${JSON.stringify(reportData(report), null, 2)}\n`;
}

/** What the JSON export of a report holds. */
function reportData({
  form,
  values,
  agencyName,
  agencyCode,
  year,
  version,
  sections,
  headings = null,
  datedOn = null,
}: ExportedReport): object {
  const cells = Object.fromEntries(
    cellsOf(form).map(({ key }) => [key, valueText(form, values, key) || null]),
  );
  const prose = { sections, headings, datedOn };
  return { agency: agencyName, agencyCode, year, form: form.id, version, cells, ...prose };
}
