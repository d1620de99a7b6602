import type { EntityManager } from 'typeorm';
import { ruleSet } from '../../checks/ruleSet.js';
import { judgement } from '../judging/judgeAgain.js';
import { isDue, judgeToday, type Asking } from '../judging/judgeToday.js';
import type { WholeReport } from '../reports/storedReport.js';
import type { OpenReport } from './openReport.js';

/** An open report with findings of today: nobody acts on what was judged against what has changed since. */
export async function freshReport(
  manager: EntityManager,
  asking: Asking,
  { report, reports }: OpenReport,
): Promise<WholeReport> {
  if (!isDue(report)) return report;
  const lastYear = reports.get(report.agencyId, report.year - 1);
  const [judged] = await judgeToday(manager, asking, [{ report, lastYear }]);
  if (!judged) return report;
  const { findings, cause } = judged;
  return {
    ...report,
    ...judgement(findings),
    ...{ ruleSet, checkedAt: asking.at, checkCause: cause, stale: false },
  };
}
