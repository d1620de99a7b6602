import type { EntityManager } from 'typeorm';
import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { VersionOrigin } from '../../../entities/reports/ReportVersion.js';
import { ruleSet } from '../../checks/ruleSet.js';
import { judgement } from '../judging/judgeAgain.js';
import { judgeChanged } from '../judging/judgeChanged.js';
import { isDue, type Asking } from '../judging/judgeToday.js';
import { storeVersions, type NewVersion } from '../judging/storeVersions.js';
import { compareCells } from '../reports/compareCells.js';
import type { ReportCells, VersionCells, WholeReport } from '../reports/storedReport.js';
import { packText } from '../reports/storedText.js';
import { compareFindings, type FindingChanges } from './findingChanges.js';
import { freshReport } from './freshReport.js';
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
  /** Stores nothing. */
  readonly preview?: boolean;
}

/**
 * The one way to change a report that is open, or to make the first version of an empty one: judges what the change
 * makes of it, stores it as its next version and answers with that, and with what differs from what is found today
 * without it.
 */
export async function changeReport(
  manager: EntityManager,
  asking: Asking,
  open: OpenReport,
  change: ReportChange,
): Promise<Corrected> {
  const { actor, at } = asking;
  const { report, reports } = open;
  const before = await findingsBefore(manager, asking, open, change);
  const changed: WholeReport = { ...report, ...change.content, origin: change.origin };
  const findings = await judgeChanged(manager, changed, reports);
  const effect = compareFindings(before, findings);
  if (change.preview) return { report: shown(report), ...effect };
  const isFirst = report.version === 0;
  const version: NewVersion = {
    ...changed,
    current: isFirst ? undefined : report,
    cellText: packText(changed, changed),
    findings,
    diff: isFirst ? [] : compareCells(report, changed),
    action: change.action,
    reason: change.reason.trim(),
    details: change.details ?? {},
  };
  const [stored] = await storeVersions(manager, actor, { at, versions: [version], reports });
  if (!stored) throw new Error('a version was not stored');
  const judged = {
    ...judgement(findings),
    ruleSet,
    checkedAt: at,
    checkCause: CheckCause.VERSION,
    stale: false,
  };
  const { reportId: id, number } = stored;
  return { report: shown({ ...changed, ...judged, id, version: number, changedAt: at }), ...effect };
}

/** What is found today without the change. A preview stores that neither. */
async function findingsBefore(
  manager: EntityManager,
  asking: Asking,
  open: OpenReport,
  { preview }: ReportChange,
): Promise<WholeReport['findings']> {
  const { report, reports } = open;
  if (report.version === 0) return [];
  if (!preview) return (await freshReport(manager, asking, open)).findings;
  return isDue(report) ? judgeChanged(manager, report, reports) : report.findings;
}

/** The report without what only judging it needs. */
function shown({
  agencyId: _agencyId,
  schedule: _schedule,
  requirements: _requirements,
  ...report
}: WholeReport): ReportCells {
  return report;
}
