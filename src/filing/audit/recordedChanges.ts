import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { toJson } from '../storable.js';
import { changeKinds } from './changeKinds.js';

/** Parts of a WITH clause, and the parameter they take. */
interface RecordedChanges {
  readonly sql: string;
  readonly json: string;
}

/**
 * Puts into the feed what connected systems are told of, in the statement that keeps the entries. The reports are
 * held from here on, so that nothing is waited for any more when the changes get their places at the commit.
 */
export function recordedChanges(
  entries: readonly AuditEntry[],
  parameter: string,
): RecordedChanges | undefined {
  const changes = changesOf(entries);
  if (changes.length === 0) return undefined;
  return {
    json: toJson(changes.map((change, rank) => ({ rank, ...change }))),
    sql: `given_change AS (
        SELECT * FROM jsonb_to_recordset(${parameter}::jsonb)
          AS given(rank int, kind text, "entryId" uuid, "agencyId" uuid, "reportId" uuid)),
      held AS (
        SELECT id, status FROM report WHERE id IN (SELECT "reportId" FROM given_change)
        ORDER BY id FOR NO KEY UPDATE),
      recorded AS (
        INSERT INTO change (kind, entry_id, agency_id, report_id, status)
        SELECT given_change.kind, "entryId", "agencyId", "reportId", held.status
        FROM given_change LEFT JOIN held ON held.id = "reportId" ORDER BY given_change.rank)`,
  };
}

/** What of entries connected systems are told. */
export function changesOf(entries: readonly AuditEntry[]) {
  return entries.flatMap((entry) => {
    const { id: entryId, agencyId, reportId } = entry;
    return agencyId === null ? [] : changeKinds(entry).map((kind) => ({ kind, entryId, agencyId, reportId }));
  });
}
