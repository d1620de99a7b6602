import type { EntityManager } from 'typeorm';
import type { ExportedReport } from '../exports/ExportedReport.js';
import { loadReport } from '../filing/loadReport.js';
import { Refusal } from '../filing/refusal.js';

/** A report as the exports need it; REPORT_NOT_FOUND when there is none. */
export async function loadExport(
  manager: EntityManager,
  agency: string,
  year: number,
): Promise<ExportedReport> {
  const report = await loadReport(manager, agency, year, 'cells');
  if (!report)
    throw new Refusal('REPORT_NOT_FOUND', `没有机关“${agency}”${year} 年度的报告。请核对机关代码和年度。`);
  const { form, values, version, sections } = report;
  const { name, code } = report.agency;
  return { form, values, year, version, sections, agencyName: name, agencyCode: code };
}
