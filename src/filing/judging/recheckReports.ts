import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { appendAudit, systemChain } from '../audit/appendAudit.js';
import type { ReportKey } from '../reports/currentReports.js';
import type { Conditions } from '../lists/listQuery.js';
import { reportConditions, type ReportFilter } from '../reports/listReports.js';
import { hasOtherFindings } from './judgeToday.js';
import { recheckStored } from './recheckStored.js';
import type { Id } from '../../brands/brands.js';

/** How many reports are judged in one transaction: memory stays bounded, and nobody waits long. */
const atOnce = 200;

export interface Recheck {
  /** Which reports; of these, those that are due. */
  readonly filter?: ReportFilter | null;
  /** How many at most; the others stay due. All when left out. */
  readonly most?: number;
  readonly onProgress?: (progress: RecheckProgress) => void;
}

export interface RecheckProgress {
  readonly checked: number;
  /** How many of them have other findings now. */
  readonly changed: number;
}

export interface Rechecked extends RecheckProgress {
  /** How many are still due. */
  readonly remaining: number;
}

/**
 * Judges the reports that are due by the rules of today: those checked by other rules, and those of which
 * something they were judged against has changed. A batch is one transaction; a report whose findings change
 * gets an audit entry.
 */
export async function recheckReports(
  database: DataSource,
  actor: Actor,
  { filter, most = Infinity, onProgress }: Recheck = {},
): Promise<Rechecked> {
  const due = { ...filter, checkDue: true };
  let checked = 0;
  let changed = 0;
  let after: string | null = null;
  while (checked < most) {
    const batch = await inTransaction(database, (manager) =>
      recheckBatch(manager, actor, { filter: due, after, size: Math.min(atOnce, most - checked) }),
    );
    if (batch.last === undefined) break;
    after = batch.last;
    checked += batch.checked;
    changed += batch.changed;
    onProgress?.({ checked, changed });
  }
  if (changed === 0) await inTransaction(database, (manager) => auditIdle(manager, actor, checked));
  return { checked, changed, remaining: await countDue(database.manager, actor, filter) };
}

/** Each report whose findings change has an entry; that somebody asked in vain has one too. */
async function auditIdle(manager: EntityManager, actor: Actor, checked: number): Promise<void> {
  const agencyId = actor.scope?.agencyId ?? null;
  await appendAudit(manager, actor, new Date(), [
    {
      chain: agencyId ?? systemChain,
      action: 'REPORT_CHECKED',
      reason: null,
      agencyId,
      reportId: null,
      version: null,
      changes: [],
      details: { checked, changed: 0 },
    },
  ]);
}

async function recheckBatch(
  manager: EntityManager,
  actor: Actor,
  {
    filter,
    after,
    size,
  }: { readonly filter: ReportFilter; readonly after: string | null; readonly size: number },
): Promise<RecheckProgress & { last: string | undefined }> {
  const conditions = withinScope(filter, actor).add((parameter) => `report.id > ${parameter}::uuid`, after);
  const keys = await manager.query<(ReportKey & { id: Id<'Report'> })[]>(
    `SELECT report.id, report.agency_id AS "agencyId", report.year FROM report
     JOIN agency ON agency.id = report.agency_id ${conditions.sql} ORDER BY report.id LIMIT ${size}`,
    conditions.parameters,
  );
  const judged = await recheckStored(manager, { actor, at: new Date() }, keys);
  return { checked: keys.length, changed: judged.filter(hasOtherFindings).length, last: keys.at(-1)?.id };
}

/** How many of the reports of a filter are due. */
export async function countDue(
  manager: EntityManager,
  actor: Actor,
  filter?: ReportFilter | null,
): Promise<number> {
  const conditions = withinScope({ ...filter, checkDue: true }, actor);
  const [counted] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM report JOIN agency ON agency.id = report.agency_id ${conditions.sql}`,
    conditions.parameters,
  );
  return counted?.count ?? 0;
}

function withinScope(filter: ReportFilter, actor: Actor): Conditions {
  const { scope } = actor;
  return reportConditions(filter, actor).add(
    (parameter) => `agency.path LIKE ${parameter}::text || '%'`,
    scope?.path,
  );
}
