import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { VersionOrigin } from '../../../entities/reports/ReportVersion.js';
import { ruleSet } from '../../checks/ruleSet.js';
import { judgement } from '../judging/judgeAgain.js';
import { judgeChanged } from '../judging/judgeChanged.js';
import type { Asking } from '../judging/judgeToday.js';
import { storeVersions, type NewVersion } from '../judging/storeVersions.js';
import { compareCells } from '../reports/compareCells.js';
import type { WholeReport } from '../reports/loadOpenReport.js';
import type { ReportCells, VersionCells } from '../reports/storedReport.js';
import { packText } from '../reports/storedText.js';
import { compareFindings, type FindingChanges } from './findingChanges.js';
import type { OpenReport } from './openReport.js';

/** The report as it now stands (unchanged after a preview) and what the change does to its findings. */
export interface Corrected extends FindingChanges {
  readonly report: ReportCells;
}

/** What a version of a report holds. */
export type Content = Omit<VersionCells, 'id' | 'reportId' | 'number' | 'createdAt' | 'createdBy' | 'origin'>;

/** What is to become of a report that is open, and what the record says of it. */
export interface ReportChange {
  /** What differs; everything else stays. */
  readonly content: Partial<Content>;
  readonly origin: VersionOrigin;
  readonly action: AuditAction;
  readonly reason: string;
  readonly details?: NewVersion['details'];
}

/**
 * The one way to change a report that is open: judges what the change makes of it, stores it as its next version and
 * answers with that. A preview stores nothing.
 */
export async function changeReport(
  manager: EntityManager,
  { actor, at }: Asking,
  { report, reports }: OpenReport,
  change: ReportChange,
  { preview }: { readonly preview: boolean },
): Promise<Corrected> {
  const changed: WholeReport = { ...report, ...change.content, origin: change.origin };
  const findings = await judgeChanged(manager, changed, reports);
  const effect = compareFindings(report.findings, findings);
  if (preview) return { report: shown(report), ...effect };
  const version: NewVersion = {
    ...changed,
    current: report,
    cellText: packText(changed, changed),
    findings,
    diff: compareCells(report, changed),
    action: change.action,
    reason: change.reason.trim(),
    details: change.details ?? {},
  };
  const [stored] = await storeVersions(manager, actor, at, [version], reports);
  if (!stored) throw new Error('a version was not stored');
  const judged = {
    ...judgement(findings),
    ruleSet,
    checkedAt: at,
    checkCause: CheckCause.VERSION,
    stale: false,
  };
  return { report: shown({ ...changed, ...judged, version: stored.number, changedAt: at }), ...effect };
}

/** The report without what only judging it needs. */
function shown({ agencyId: _agencyId, schedule: _schedule, ...report }: WholeReport): ReportCells {
  return report;
}
