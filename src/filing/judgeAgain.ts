import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../entities/CheckCause.js';
import type { Report } from '../../entities/Report.js';
import type { Finding, Numbers } from '../checks/check.js';
import { ruleSet } from '../checks/ruleSet.js';
import { checkReport } from '../checks/index.js';
import { ReportIndex, type CurrentReport, type ReportKey } from './currentReports.js';
import { toJson } from './storable.js';

/** Carried-over numbers of year Y + 1 are compared with year Y: its findings change with it. */
export async function judgeAgain(
  manager: EntityManager,
  at: Date,
  versions: readonly (ReportKey & Numbers)[],
  reports: ReportIndex<CurrentReport>,
): Promise<void> {
  const news = new ReportIndex(versions);
  const judged = versions.flatMap((version) => {
    const { agencyId, year } = version;
    const next = reports.get(agencyId, year + 1);
    if (!next || news.get(agencyId, year + 1)) return [];
    return [{ id: next.id, ...judgement(checkReport({ ...next, lastYear: version })) }];
  });
  if (judged.length === 0) return;
  await manager.query(
    `UPDATE report SET findings = given.findings, error_count = given."errorCount",
       explain_count = given."explainCount", rule_set = $2, checked_at = $3, check_cause = $4
     FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, findings jsonb, "errorCount" int, "explainCount" int)
     WHERE report.id = given.id`,
    [toJson(judged), ruleSet, at.toISOString(), CheckCause.LAST_YEAR],
  );
}

/** What a report row keeps of the findings of its report. */
export function judgement(
  findings: readonly Finding[],
): Pick<Report, 'findings' | 'errorCount' | 'explainCount'> {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { findings: [...findings], errorCount: count('error'), explainCount: count('explain') };
}
