import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { toJson } from '../storable.js';
import { changeKinds } from './changeKinds.js';

/**
 * Puts into the feed what connected systems are told of. The reports are held from here on, so that nothing is
 * waited for any more when the changes get their places at the commit.
 */
export async function recordChanges(manager: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  const changes = entries.flatMap((entry) =>
    entry.agencyId === null ? [] : changeKinds(entry).map((kind) => changeOf(entry, kind)),
  );
  if (changes.length === 0) return;
  await manager.query('SELECT FROM report WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    [...new Set(changes.flatMap(({ reportId }) => reportId ?? []))],
  ]);
  await manager.query(
    `INSERT INTO change (kind, entry_id, agency_id, report_id, status)
     SELECT given.kind, given."entryId", given."agencyId", given."reportId", report.status
     FROM jsonb_to_recordset($1::jsonb)
       AS given(rank int, kind text, "entryId" uuid, "agencyId" uuid, "reportId" uuid)
     LEFT JOIN report ON report.id = given."reportId" ORDER BY given.rank`,
    [toJson(changes.map((change, rank) => ({ rank, ...change })))],
  );
}

function changeOf({ id: entryId, agencyId, reportId }: AuditEntry, kind: string) {
  return { kind, entryId, agencyId, reportId };
}
