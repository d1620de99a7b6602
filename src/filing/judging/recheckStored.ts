import type { EntityManager } from 'typeorm';
import type { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { Children, Finding } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { ruleSet } from '../../checks/ruleSet.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { canonicalJson } from '../audit/canonicalJson.js';
import {
  currentReports,
  lockAgencies,
  type CurrentReport,
  type ReportKey,
} from '../reports/currentReports.js';
import { judgeStored, type JudgedAgain } from './judgeAgain.js';

/** Judges these reports again, with an audit entry for each whose findings change. */
export async function recheckStored(
  manager: EntityManager,
  actor: Actor,
  at: Date,
  keys: readonly ReportKey[],
  causeOf: (report: CurrentReport, children: Children | undefined) => CheckCause,
): Promise<JudgedAgain[]> {
  await lockAgencies(manager, [...new Set(keys.map(({ agencyId }) => agencyId))]);
  const reports = await currentReports(manager, keys);
  const due = keys.flatMap(({ agencyId, year }) => {
    const report = reports.get(agencyId, year);
    return report ? [{ report, lastYear: reports.get(agencyId, year - 1) }] : [];
  });
  const judged = await judgeStored(manager, at, due, causeOf);
  await appendAudit(
    manager,
    actor,
    at,
    judged.filter(hasOtherFindings).map(({ report, findings, cause }) => ({
      chain: report.agencyId,
      action: 'REPORT_CHECKED',
      reason: null,
      agencyId: report.agencyId,
      reportId: report.id,
      version: report.version,
      changes: [],
      details: {
        year: report.year,
        cause,
        ruleSetBefore: report.ruleSet,
        ruleSet,
        findingsBefore: report.findings.length,
        findings: findings.length,
        resolved: difference(report.findings, findings),
        introduced: difference(findings, report.findings),
      },
    })),
  );
  return judged;
}

/** Whether a check found something else than the one before. */
export function hasOtherFindings({ report, findings }: JudgedAgain): boolean {
  return canonicalJson(report.findings) !== canonicalJson(findings);
}

/** The rules of the findings that are in the one and not in the other. */
function difference(some: readonly Finding[], others: readonly Finding[]): string {
  const known = new Set(others.map(findingKey));
  return some
    .filter((finding) => !known.has(findingKey(finding)))
    .map(({ rule }) => rule)
    .join(' ');
}
