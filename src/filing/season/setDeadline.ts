import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { Deadline } from '../../../entities/season/Deadline.js';
import { isYearDay, statutoryDays } from '../../season/deadline.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { markStaleWhere } from '../agencies/markStale.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { appendAudit } from '../audit/appendAudit.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { newId } from '../newId.js';

export interface DeadlineToSet {
  /** The code of the jurisdiction: the day holds for it and everything below it. */
  readonly agency: string;
  readonly kind: AgencyKind;
  /** Month and day, e.g. `01-20`; null goes back to the day set above, or by the law. */
  readonly day: string | null;
  readonly reason: string;
}

/** Sets an earlier date for a kind of agency in a jurisdiction. */
export async function setDeadline(
  manager: EntityManager,
  actor: Actor,
  { agency: code, kind, day, reason }: DeadlineToSet,
  at = new Date(),
): Promise<Deadline | null> {
  const agency = await lockedAgency(manager, actor, code);
  refuseAny([...checkReason(reason), ...(day === null ? [] : dayRefusals(kind, day))]);
  const before = await manager.findOneBy(Deadline, { agencyId: agency.id, kind });
  if ((before?.day ?? null) === day)
    throw new Refusal('NOTHING_CHANGED', '期限与现在的相同，没有任何改动。', ['day']);
  const deadline: Deadline | null =
    day === null ? null : { id: before?.id ?? newId(), agencyId: agency.id, kind, day };
  if (deadline) await manager.save(Deadline, deadline);
  else await manager.delete(Deadline, { agencyId: agency.id, kind });
  await markScheduledStale(manager, agency, kind);
  await appendAudit(manager, actor, at, [
    {
      chain: agency.id,
      action: 'DEADLINE_SET',
      reason: reason.trim(),
      agencyId: agency.id,
      reportId: null,
      version: null,
      changes: [],
      details: { kind, before: before?.day ?? null, after: day },
    },
  ]);
  return deadline;
}

/** Two who set a day come one after another. */
async function lockedAgency(manager: EntityManager, actor: Actor, code: string): Promise<Agency> {
  const agency = await agencyInReach(manager, actor, code);
  await lockAgencies(manager, [agency.id]);
  return agency;
}

/** Whether a report that came was late is to be judged again by the new day. */
async function markScheduledStale(
  manager: EntityManager,
  { path }: Pick<Agency, 'path'>,
  kind: AgencyKind,
): Promise<void> {
  await markStaleWhere(
    manager,
    `starts_with(agency.path, $1::text) AND coalesce(agency.kind, 'DEPARTMENT') = $2
       AND (report.submitted_at IS NOT NULL OR report.published_at IS NOT NULL)`,
    [path, kind],
  );
}

/** A locality may ask for the report earlier than the law does, not later. */
function dayRefusals(kind: AgencyKind, day: string): Refusal[] {
  const latest = statutoryDays[kind];
  if (isYearDay(day) && day <= latest) return [];
  return [
    new Refusal(
      'INVALID_REQUEST',
      `期限应写成月和日（例如 01-20），不晚于法定的 ${latest}，现在是“${day}”。`,
      ['day'],
    ),
  ];
}
