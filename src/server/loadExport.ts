import type { EntityManager } from 'typeorm';
import type { ExportedReport } from '../exports/printed/ExportedReport.js';
import type { Actor } from '../filing/access/actor.js';
import { loadReport } from '../filing/reports/loadReport.js';
import type { ReportCells } from '../filing/reports/storedReport.js';
import { visible } from '../filing/access/reach.js';
import { Refusal } from '../filing/refusal.js';

/** A report as the exports need it; REPORT_NOT_FOUND when there is none in the scope of the actor. */
export async function loadExport(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  agency: string,
  year: number,
): Promise<ExportedReport> {
  const report = visible(actor, await loadReport(manager, agency, year, 'cells'));
  if (!report)
    throw new Refusal('REPORT_NOT_FOUND', `没有机关“${agency}”${year} 年度的报告。请核对机关代码和年度。`);
  return exportedReport(report);
}

/** What the exports show of a report, or of one version of it. */
export function exportedReport(
  report: Pick<
    ReportCells,
    'agency' | 'year' | 'form' | 'values' | 'version' | 'sections' | 'headings' | 'datedOn'
  >,
): ExportedReport {
  const { form, values, year, version, sections, headings, datedOn } = report;
  const { name, code } = report.agency;
  const prose = { sections, headings, datedOn };
  return { form, values, year, version, ...prose, agencyName: name, agencyCode: code };
}
