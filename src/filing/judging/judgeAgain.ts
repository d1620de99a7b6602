import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { Report } from '../../../entities/reports/Report.js';
import type { Children, Finding, Numbers } from '../../checks/check.js';
import { ruleSet } from '../../checks/ruleSet.js';
import { ReportIndex, type CurrentReport, type ReportKey } from '../reports/currentReports.js';
import { areSameFindings } from './sameFindings.js';
import { judge } from './judge.js';
import type { ProseText } from '../reports/proseText.js';
import { childrenOf } from './childrenOf.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import type { Id } from '../../brands/brands.js';
import { toJson } from '../storable.js';

/** A stored report that is to be judged again. */
export interface StoredToJudge {
  readonly report: CurrentReport;
  readonly lastYear: (Numbers & ProseText) | undefined;
}

/** A stored report with the findings it has now; those it had are still on it. */
export interface JudgedAgain {
  readonly report: CurrentReport;
  readonly findings: readonly Finding[];
  readonly cause: CheckCause;
}

/** Carried-over numbers of year Y + 1 are compared with year Y: its findings change with it. */
export async function judgeAgain(
  manager: EntityManager,
  at: Date,
  versions: readonly (ReportKey & Numbers & ProseText)[],
  reports: ReportIndex<CurrentReport>,
): Promise<void> {
  const news = new ReportIndex(versions);
  const due = versions.flatMap((version) => {
    const { agencyId, year } = version;
    const report = reports.get(agencyId, year + 1);
    return report && !news.get(agencyId, year + 1) ? [{ report, lastYear: version }] : [];
  });
  await judgeStored(manager, at, due, () => CheckCause.LAST_YEAR);
}

/**
 * Judges stored reports with everything that is known of them now, and keeps what was found, by which rules,
 * when and why. A fixed number of statements. The agencies must be locked.
 */
export async function judgeStored(
  manager: EntityManager,
  at: Date,
  due: readonly StoredToJudge[],
  causeOf: (
    report: CurrentReport,
    findings: readonly Finding[],
    children: Children | undefined,
  ) => CheckCause,
): Promise<JudgedAgain[]> {
  if (due.length === 0) return [];
  const children = await childrenOf(
    manager,
    due.flatMap(({ report }) => (report.agency.consolidates ? [report] : [])),
  );
  const judged = due.map(({ report, lastYear }) => {
    const own = children(report);
    const findings = judge({ ...report, children: own }, lastYear);
    return { report, findings, cause: causeOf(report, findings, own) };
  });
  const rows = judged.map(({ report, findings, cause }) => ({
    id: report.id,
    agencyId: report.agencyId,
    cause,
    ...judgement(findings),
    // Most find what was found before: that is neither sent nor written again.
    ...(areSameFindings(report.findings, findings) && { findings: undefined }),
  }));
  await keepJudged(manager, rows, at);
  return judged;
}

/** In one statement; in one of each agency where they lie on several machines. */
async function keepJudged(
  manager: EntityManager,
  rows: readonly { readonly id: Id<'Report'>; readonly agencyId: Id<'Agency'> }[],
  at: Date,
): Promise<void> {
  const isApart = isDistributed(manager.dataSource);
  const together = isApart ? sortedBy(rows).map((row) => [row]) : [rows];
  for (const some of together)
    await manager.query(
      `UPDATE report SET findings = coalesce(given.findings, report.findings), error_count = given."errorCount",
         explain_count = given."explainCount", rule_set = $2, checked_at = $3, check_cause = given.cause, stale = false
       FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, cause text, findings jsonb, "errorCount" int,
         "explainCount" int)
       WHERE report.id = given.id${isApart ? ' AND report.agency_id = $4' : ''}`,
      [toJson(some), ruleSet, at.toISOString(), ...(isApart ? [some[0]?.agencyId] : [])],
    );
}

/** Always in the same order, so that two writers never wait for each other. */
function sortedBy<Row extends { readonly agencyId: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => (one.agencyId < other.agencyId ? -1 : 1));
}

/** What a report row keeps of the findings of its report. */
export function judgement(
  findings: readonly Finding[],
): Pick<Report, 'findings' | 'errorCount' | 'explainCount'> {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { findings: [...findings], errorCount: count('error'), explainCount: count('explain') };
}
