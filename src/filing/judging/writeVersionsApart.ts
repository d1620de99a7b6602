import type { EntityManager } from 'typeorm';
import { ReportVersion } from '../../../entities/reports/ReportVersion.js';
import { insertRows } from '../insertRows.js';
import { toJson } from '../storable.js';
import type { VersionsToWrite } from './VersionsToWrite.js';

/** Does what `writeVersions` does where reports lie on several machines: each statement changes those of one agency. */
export async function writeVersionsApart(
  manager: EntityManager,
  { versions, reports, keys }: VersionsToWrite,
): Promise<void> {
  const due = await manager.query<{ id: string; agencyId: string }[]>(
    `SELECT DISTINCT report.id, report.agency_id AS "agencyId"
     FROM unnest($1::uuid[], $2::int[]) AS changed(agency_id, year)
     JOIN agency AS child ON child.id = changed.agency_id
     JOIN agency AS parent ON parent.id = child.parent_id AND parent.consolidates
     JOIN report ON report.agency_id = parent.id AND report.year = changed.year ORDER BY 2`,
    [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)],
  );
  const stale = new Set(due.map(({ id }) => id));
  for (const report of [...reports].sort((one, other) => one.agencyId.localeCompare(other.agencyId))) {
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE report SET version = $3, changed_at = $4, findings = $5::jsonb, error_count = $6, explain_count = $7,
         rule_set = $8, checked_at = $9, check_cause = $10, stale = $11
       WHERE id = $1 AND agency_id = $2 AND version = $3::int - 1`,
      [
        ...[
          report.id,
          report.agencyId,
          report.version,
          report.changedAt.toISOString(),
          toJson(report.findings),
        ],
        ...[report.errorCount, report.explainCount, report.ruleSet, report.checkedAt.toISOString()],
        ...[report.checkCause, stale.has(report.id)],
      ],
    );
    if (changed !== 1) throw new Error('a report was changed although its agency is locked');
  }
  const written = new Set<string>(reports.map(({ id }) => id));
  for (const { id, agencyId } of due.filter(({ id }) => !written.has(id)))
    await manager.query('UPDATE report SET stale = true WHERE id = $1 AND agency_id = $2 AND NOT stale', [
      id,
      agencyId,
    ]);
  await insertRows(manager, ReportVersion, versions);
}
