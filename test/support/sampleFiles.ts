import type { Values } from '../../src/cells.js';
import { exportCsv } from '../../src/exports/data/exportCsv.js';
import { exportWorkbook } from '../../src/exports/printed/writeWorkbook.js';
import type { ExportedReport } from '../../src/exports/printed/ExportedReport.js';
import { formForYear } from '../../src/forms/index.js';
import { validValues, withCells } from './drafts.js';

/** A report as people upload it: every rule holds, except where cells are replaced. */
export function sampleReport(
  agencyName: string,
  year: number,
  cells: Readonly<Record<string, string | null>> = {},
  seed = 1,
): ExportedReport {
  const form = formForYear(year);
  if (!form) throw new Error(`no form for ${year}`);
  const values: Values = withCells(form, validValues(form, seed), cells);
  return { form, values, agencyName, agencyCode: '', year, version: 1, sections: [] };
}

export function sampleCsv(...report: Parameters<typeof sampleReport>): string {
  return exportCsv(sampleReport(...report));
}

export async function sampleWorkbook(
  ...report: Parameters<typeof sampleReport>
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await exportWorkbook(sampleReport(...report)));
}
