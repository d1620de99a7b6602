import { cellsOf, parseValue } from '../../src/cells.js';
import type { ExportedReport } from '../../src/exports/printed/ExportedReport.js';
import { formById } from '../../src/forms/index.js';
import type { PrintedReport } from '../fixtures/documents/printedReport.js';

/** A printed report as one that is kept, to be written by our own writers. */
export function exportedReport(printed: PrintedReport): ExportedReport {
  const form = formById(printed.form);
  if (!form) throw new Error(`no form ${printed.form}`);
  const values = cellsOf(form).map(({ key, column }) => {
    const parsed = parseValue(column, printed.cells[key] ?? '');
    return 'value' in parsed ? parsed.value : null;
  });
  const prose = form.sections.filter(({ tables }) => tables.length === 0);
  return {
    form,
    values,
    agencyName: printed.agency,
    agencyCode: printed.name,
    year: printed.year,
    version: 1,
    sections: prose.map(({ id, title }) => ({ id, title, text: printed.sections[id] ?? '' })),
    datedOn: printed.datedOn,
  };
}
