import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { Children, Finding } from '../../checks/check.js';
import { checkById, findingKey } from '../../checks/index.js';
import { ruleSet } from '../../checks/ruleSet.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import type { CurrentReport } from '../reports/currentReports.js';
import { areSameFindings } from './sameFindings.js';
import { judgeStored, type JudgedAgain, type StoredToJudge } from './judgeAgain.js';

/** Who asks, and when. */
export interface Asking {
  readonly actor: Actor;
  readonly at: Date;
}

/** Whether the rules, or what a report was judged against, changed since it was judged. */
export function isDue(report: Pick<CurrentReport, 'stale' | 'ruleSet'>): boolean {
  return report.stale || report.ruleSet !== ruleSet;
}

/**
 * Judges stored reports by today's facts: whoever acts on findings reads them from here. Says why each was judged,
 * and leaves an audit entry for each whose findings change. The agencies must be locked.
 */
export async function judgeToday(
  manager: EntityManager,
  { actor, at }: Asking,
  reports: readonly StoredToJudge[],
): Promise<JudgedAgain[]> {
  const judged = await judgeStored(manager, at, reports, causeOf);
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
        resolved: rulesOf(onlyIn(report.findings, findings)),
        introduced: rulesOf(onlyIn(findings, report.findings)),
      },
    })),
  );
  return judged;
}

/** Whether a check found something else than the one before. */
export function hasOtherFindings({ report, findings }: Pick<JudgedAgain, 'report' | 'findings'>): boolean {
  return !areSameFindings(report.findings, findings);
}

/** What changed since the last check, as far as what is found now tells. */
function causeOf(
  report: CurrentReport,
  findings: readonly Finding[],
  children: Children | undefined,
): CheckCause {
  if (report.ruleSet !== ruleSet) return CheckCause.RULES;
  const changed = [...onlyIn(report.findings, findings), ...onlyIn(findings, report.findings)];
  const reads = new Set(changed.map(({ rule }) => checkById(rule)?.reads));
  if (reads.size === 1 && reads.has('schedule')) return CheckCause.SCHEDULE;
  if (reads.size === 1 && reads.has('children')) return CheckCause.CHILDREN;
  return changed.length === 0 && children ? CheckCause.CHILDREN : CheckCause.AGENCY;
}

function onlyIn(some: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(findingKey));
  return some.filter((finding) => !known.has(findingKey(finding)));
}

function rulesOf(findings: readonly Finding[]): string {
  return findings.map(({ rule }) => rule).join(' ');
}
