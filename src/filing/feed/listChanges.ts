import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import type { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { StoredChange } from '../../../entities/reports/StoredChange.js';
import type { Actor } from '../access/actor.js';
import { withinScope } from '../access/withinScope.js';
import { agencyColumnsWith, agencyOf } from '../agencies/agencyRows.js';
import { atOrBelow } from '../agencies/listAgencies.js';
import { cursorOf, parseCursor } from '../lists/cursor.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import type { Id } from '../../brands/brands.js';

/** One line of the feed, as it was when it was committed. */
export interface ChangeRecord {
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly agency: Agency;
  /** null of what concerns no report. */
  readonly reportId: Id<'Report'> | null;
  readonly year: number | null;
  readonly version: number | null;
  readonly status: ReportStatus | null;
  readonly changes: readonly StoredChange[];
  /** Of a publication: which it is, and the SHA-256 of the numbers published. */
  readonly publication: number | null;
  readonly digest: string | null;
}

export interface ChangeQuery extends PageRequest {
  /** The code of an agency: it and everything below it. */
  readonly under?: string | null;
  readonly kinds?: readonly ChangeKind[] | null;
}

const prefix = 'agency.';

const select = (alsoSelected: string) => `SELECT change.at, change.kind, change.report_id AS "reportId",
    report.year, entry.version, change.status, entry.changes, (entry.details ->> 'publication')::int AS publication,
    entry.details ->> 'digest' AS digest, ${agencyColumnsWith(prefix)}${alsoSelected}
  FROM change JOIN agency ON agency.id = change.agency_id JOIN audit_entry AS entry ON entry.id = change.entry_id
  LEFT JOIN report ON report.id = change.report_id`;

/** What happened in the scope of the actor, in the order of commits. */
export function listChanges(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { under, kinds, ...page }: ChangeQuery,
): Promise<Page<ChangeRecord>> {
  return listByKeys(
    manager,
    {
      select,
      conditions: withinScope(new Conditions(), actor)
        .require('change.position IS NOT NULL')
        .add(atOrBelow(actor), under)
        .add((parameter) => `change.kind = ANY(${parameter}::text[])`, kinds),
      order: [{ sql: 'change.position', type: 'bigint' }],
    },
    page,
    (row: Omit<ChangeRecord, 'agency'>): ChangeRecord => {
      const { at, kind, reportId, year, version, status, changes, publication, digest } = row;
      const agency = agencyOf(row, prefix);
      return { at, kind, agency, reportId, year, version, status, changes, publication, digest };
    },
  );
}

/** How far the feed goes now; 0 when it is empty. */
export async function feedEnd(manager: EntityManager): Promise<number> {
  const [end] = await manager.query<{ position: string }[]>(
    'SELECT coalesce(max(position), 0)::text AS position FROM change',
  );
  return Number(end?.position ?? 0);
}

/** Which place of the feed a cursor of it names. INVALID_REQUEST for a cursor of another list. */
export function positionOf(cursor: string): number {
  const [position] = parseCursor(cursor, ['bigint']);
  return Number(position);
}

/** The cursor behind which only what comes later stands. */
export function cursorAt(position: number): string {
  return cursorOf([position]);
}
