import type { EntityManager } from 'typeorm';
import type { Finding } from '../../checks/check.js';
import type { CurrentReport, ReportIndex, ReportKey } from '../reports/currentReports.js';
import { judge, type JudgedReport } from './judge.js';
import { childrenOf } from './childrenOf.js';

/** Judges a report as a change would leave it, beside the reports that are stored. */
export async function judgeChanged(
  manager: EntityManager,
  report: JudgedReport & ReportKey & Pick<CurrentReport, 'agency'>,
  reports: ReportIndex<CurrentReport>,
): Promise<Finding[]> {
  const children = await childrenOf(manager, report.agency.consolidates ? [report] : []);
  const lastYear = reports.get(report.agencyId, report.year - 1);
  return judge({ ...report, children: children(report) }, lastYear);
}
