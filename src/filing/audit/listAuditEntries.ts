import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { Actor } from '../access/actor.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { Conditions, listByKeys, listsByKeys, type ListQuery } from '../lists/listQuery.js';
import { listsApart } from '../lists/listsApart.js';
import type { Page, PageRequest } from '../lists/page.js';
import type { Id } from '../../brands/brands.js';

export interface AuditFilter {
  /** Agency codes. */
  readonly agencies?: readonly string[] | null;
  readonly years?: readonly number[] | null;
  readonly ids?: readonly string[] | null;
  readonly actors?: readonly string[] | null;
  readonly actions?: readonly string[] | null;
  /** Entries that changed this cell. */
  readonly key?: string | null;
  readonly from?: Date | null;
  /** Up to, but not including. */
  readonly to?: Date | null;
}

export interface AuditQuery extends PageRequest {
  readonly filter?: AuditFilter | null;
}

/** The columns of an audit entry in a query on `entry`. */
export const entryColumns = `entry.id, entry.chain, entry.sequence, entry.at, entry.actor, entry.role,
  entry.address, entry.request_id AS "requestId", entry.action, entry.reason,
  entry.agency_id AS "agencyId", entry.report_id AS "reportId", entry.version, entry.changes, entry.details,
  entry.seals, entry.clock_at AS "clockAt", entry.algorithm, entry.previous_hash AS "previousHash", entry.hash`;

/**
 * A page of the audit trail, newest first. Within a scope: what concerns its agencies; what concerns none is
 * for those whom nothing is closed.
 */
export async function listAuditEntries(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: AuditQuery,
): Promise<Page<AuditEntry>> {
  return listByKeys(manager, entriesOf(actor, query.filter ?? {}), query, entryOf);
}

/** The same page of the audit trail of each of these reports. One query. */
export function listReportEntries(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  reportIds: readonly Id<'Report'>[],
  page: PageRequest,
): Promise<Map<string, Page<AuditEntry>>> {
  const lists = { ids: reportIds, column: 'entry.report_id' };
  const list = isDistributed(manager.dataSource) ? listsApart : listsByKeys;
  return list(manager, () => entriesOf(actor, {}), { lists, page, itemOf: entryOf });
}

function entryOf({ cursorKeys: _cursorKeys, ...entry }: AuditEntry & { cursorKeys: unknown }): AuditEntry {
  return entry;
}

function entriesOf({ scope }: Pick<Actor, 'scope'>, filter: AuditFilter): ListQuery {
  const { ids, agencies, years, actors, actions, key, from, to } = filter;
  return {
    select: (alsoSelected) => `SELECT ${entryColumns}${alsoSelected} FROM audit_entry AS entry`,
    conditions: new Conditions()
      .add(
        (parameter) =>
          `entry.agency_id IN (SELECT id FROM agency WHERE starts_with(path, ${parameter}::text))`,
        scope?.path,
      )
      .add(
        (parameter) =>
          `entry.agency_id = ANY(ARRAY(SELECT id FROM agency WHERE code = ANY(${parameter}::text[])))`,
        agencies,
      )
      .add(
        (parameter) => `entry.report_id IN (SELECT id FROM report WHERE year = ANY(${parameter}::int[]))`,
        years,
      )
      .add((parameter) => `entry.id = ANY(${parameter}::uuid[])`, ids)
      .add((parameter) => `entry.actor = ANY(${parameter}::text[])`, actors)
      .add((parameter) => `entry.action = ANY(${parameter}::text[])`, actions)
      .add(
        (parameter) => `entry.changes @> ${parameter}::jsonb`,
        key == null ? null : JSON.stringify([{ key }]),
      )
      .add((parameter) => `entry.at >= ${parameter}::timestamptz`, from?.toISOString())
      .add((parameter) => `entry.at < ${parameter}::timestamptz`, to?.toISOString()),
    order: [
      { sql: 'entry.at', type: 'timestamptz' },
      { sql: 'entry.chain', type: 'text' },
      { sql: 'entry.sequence', type: 'int' },
    ],
    descending: true,
    isPrepared: true,
  };
}
