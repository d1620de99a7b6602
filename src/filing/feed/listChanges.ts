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
    change.agency_id AS "agencyId", change.entry_id AS "entryId", change.status, ${agencyColumnsWith(prefix)}${alsoSelected}
  FROM change JOIN agency ON agency.id = change.agency_id`;

interface ChangeRow extends Pick<ChangeRecord, 'at' | 'kind' | 'reportId' | 'status'> {
  readonly agencyId: Id<'Agency'>;
  readonly entryId: Id<'Entry'>;
}

/** What happened in the scope of the actor, in the order of commits. */
export async function listChanges(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { under, kinds, ...page }: ChangeQuery,
): Promise<Page<ChangeRecord>> {
  const listed = await listByKeys(
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
    (row: ChangeRow) => row,
  );
  const rows = listed.items.map(({ item }) => item);
  const entries = await entriesOf(manager, rows);
  const years = await yearsOf(manager, rows);
  const recordOf = (row: ChangeRow): ChangeRecord => {
    const { at, kind, reportId, status, entryId } = row;
    const { version, changes, publication, digest } = entries.get(entryId) ?? untold;
    const year = (reportId && years.get(reportId)) ?? null;
    const agency = agencyOf(row, prefix);
    return { at, kind, agency, reportId, year, version, status, changes, publication, digest };
  };
  return {
    ...listed,
    items: listed.items.map(({ cursor, item }) => ({ cursor, item: recordOf(item) })),
  };
}

type Told = Pick<ChangeRecord, 'version' | 'changes' | 'publication' | 'digest'>;

/** Of a change whose entry is gone, which the verification of the audit trail reports. */
const untold: Told = { version: null, changes: [], publication: null, digest: null };

/**
 * What the entries of changes tell. The feed lies in one place and entries lie with their agencies, whose chains they
 * stand in: no statement joins the two.
 */
async function entriesOf(manager: EntityManager, rows: readonly ChangeRow[]): Promise<Map<string, Told>> {
  if (rows.length === 0) return new Map();
  const entries = await manager.query<(Told & { id: string })[]>(
    `SELECT id, version, changes, (details ->> 'publication')::int AS publication, details ->> 'digest' AS digest
     FROM audit_entry WHERE id = ANY($1::uuid[]) AND chain = ANY($2::text[])`,
    [rows.map(({ entryId }) => entryId), [...new Set(rows.map(({ agencyId }) => agencyId))]],
  );
  return new Map(entries.map(({ id, ...told }) => [id, told]));
}

async function yearsOf(manager: EntityManager, rows: readonly ChangeRow[]): Promise<Map<string, number>> {
  const reports = rows.flatMap(({ reportId }) => reportId ?? []);
  if (reports.length === 0) return new Map();
  const found = await manager.query<{ id: string; year: number }[]>(
    `SELECT id, year FROM report WHERE id = ANY($1::uuid[]) AND agency_id = ANY($2::uuid[])`,
    [reports, [...new Set(rows.map(({ agencyId }) => agencyId))]],
  );
  return new Map(found.map(({ id, year }) => [id, year]));
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
