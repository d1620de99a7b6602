import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { ReportTransition } from '../../../entities/workflow/ReportTransition.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { insertRows } from '../insertRows.js';
import { Refusal } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import type { Transition } from './transitions.js';
import { statusWords } from '../statusWords.js';
import { newId } from '../newId.js';

/** What a step leaves behind. */
export interface Step {
  readonly transition: ReportTransition;
  readonly audit: AuditEntry;
}

/** What the record says of a step. */
export interface StepWords {
  readonly reason: string | null;
  readonly details: AuditEntry['details'];
  /** Of a step that hands the report over. */
  readonly submittedAt?: Date;
}

/** Refuses a step that cannot be taken from where the report stands. */
export function requireStatus({ status }: ReportCells, { label, from }: Transition): void {
  if (from.includes(status)) return;
  const words = statusWords[status];
  throw new Refusal(
    'STATUS_CONFLICT',
    `报告${words.label}，不能${label}：只有${from.map((each) => `“${statusWords[each].label}”`).join('、')}的报告才能${label}。${words.next}。`,
    ['report'],
  );
}

/** Takes a report one step on. It is locked by whoever opened it, and stands where the step begins. */
export async function moveReport(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    report,
    transition: { to, action },
    words: { reason, details, submittedAt },
  }: {
    readonly at: Date;
    readonly report: ReportCells;
    readonly transition: Transition;
    readonly words: StepWords;
  },
): Promise<Step> {
  const { id: reportId, status: fromStatus, version } = report;
  const [last] = await manager.query<{ sequence: number }[]>(
    'SELECT coalesce(max(sequence), 0) AS sequence FROM report_transition WHERE report_id = $1 AND agency_id = $2',
    [reportId, report.agency.id],
  );
  const transition: ReportTransition = {
    id: newId(),
    reportId,
    agencyId: report.agency.id,
    sequence: (last?.sequence ?? 0) + 1,
    fromStatus,
    toStatus: to,
    version,
    at,
    actor: actor.name,
    reason,
  };
  await insertRows(manager, ReportTransition, [transition]);
  await manager.query(
    'UPDATE report SET status = $2, submitted_at = coalesce($3::timestamptz, submitted_at) WHERE id = $1 AND agency_id = $4',
    [reportId, to, submittedAt?.toISOString() ?? null, report.agency.id],
  );
  const [audit] = await appendAudit(manager, actor, at, [
    {
      chain: report.agency.id,
      action,
      reason,
      agencyId: report.agency.id,
      reportId,
      version,
      changes: [],
      details: { ...details, from: fromStatus, to, year: report.year },
    },
  ]);
  if (!audit) throw new Error('a step left no audit entry');
  return { transition, audit };
}
