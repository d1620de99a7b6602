import type { EntityManager } from 'typeorm';
import type { AuditChain } from '../../../entities/audit/AuditChain.js';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { insertRows } from '../insertRows.js';
import { toJson } from '../storable.js';
import { changesOf } from './recordedChanges.js';

/** Keeps entries as `appendAudit` does where chains lie on several machines: each statement changes one chain. */
export async function keepApart(
  manager: EntityManager,
  entries: readonly AuditEntry[],
  ends: readonly AuditChain[],
): Promise<void> {
  for (const { chain, length, head, lastAt } of ends)
    await manager.query('UPDATE audit_chain SET length = $2, head = $3, last_at = $4 WHERE chain = $1', [
      ...[chain, length, head, lastAt?.toISOString() ?? null],
    ]);
  await insertRows(manager, AuditEntry, entries);
  await recordApart(manager, changesOf(entries));
}

/** The reports are held from here on, agency by agency, so that nothing is waited for at the commit. */
async function recordApart(
  manager: EntityManager,
  changes: readonly ReturnType<typeof changesOf>[number][],
): Promise<void> {
  if (changes.length === 0) return;
  const statuses = new Map<string, ReportStatus>();
  for (const agencyId of [...new Set(changes.map((change) => change.agencyId))].sort()) {
    const reports = changes.flatMap((change) =>
      change.agencyId === agencyId ? (change.reportId ?? []) : [],
    );
    if (reports.length === 0) continue;
    const held = await manager.query<{ id: string; status: ReportStatus }[]>(
      `SELECT id, status FROM report WHERE agency_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [agencyId, reports],
    );
    for (const { id, status } of held) statuses.set(id, status);
  }
  await manager.query(
    `INSERT INTO change (kind, entry_id, agency_id, report_id, status)
     SELECT kind, "entryId", "agencyId", "reportId", status
     FROM jsonb_to_recordset($1::jsonb)
       AS given(rank int, kind text, "entryId" uuid, "agencyId" uuid, "reportId" uuid, status text) ORDER BY rank`,
    [
      toJson(
        changes.map((change, rank) => ({
          rank,
          ...change,
          status: statuses.get(change.reportId ?? '') ?? null,
        })),
      ),
    ],
  );
}
