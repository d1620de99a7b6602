import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { ruleSet } from '../../checks/ruleSet.js';
import { reloaded } from '../correcting/correctCells.js';
import { judgeStored } from '../judging/judgeAgain.js';
import type { OpenReport } from '../correcting/openReport.js';
import type { ReportCells } from '../reports/storedReport.js';

/** A report with findings of today: nothing is handed on that was judged against what has changed since. */
export async function freshReport(
  manager: EntityManager,
  at: Date,
  { report, current, reports }: OpenReport,
): Promise<ReportCells> {
  if (!report.stale && report.ruleSet === ruleSet) return report;
  const lastYear = reports.get(current.agencyId, current.year - 1);
  const cause = report.stale ? CheckCause.CHILDREN : CheckCause.RULES;
  await judgeStored(manager, at, [{ report: current, lastYear }], () => cause);
  return reloaded(manager, report);
}
