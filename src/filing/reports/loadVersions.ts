import type { EntityManager } from 'typeorm';
import { versionCells } from './reportRows.js';
import type { VersionCells, VersionHead } from './storedReport.js';
import { storedForm } from './storedForm.js';
import { versionOf, type CellsRow } from './versions.js';
import type { Id } from '../../brands/brands.js';

export interface VersionName {
  readonly reportId: Id<'Report'>;
  readonly number: number;
}

/** Versions of many reports with all their cells, in one query and in no order. */
export async function loadVersions(
  manager: EntityManager,
  names: readonly VersionName[],
): Promise<VersionCells[]> {
  const rows = await manager.query<CellsRow[]>(
    `SELECT ${versionCells} FROM unnest($1::uuid[], $2::int[]) AS asked(report_id, number)
     JOIN report_version AS version
       ON version.report_id = asked.report_id AND version.number = asked.number`,
    [names.map(({ reportId }) => reportId), names.map(({ number }) => number)],
  );
  return rows.map(versionOf);
}

/** The versions of many reports, in one query: of each report the oldest first. */
export async function listVersions(
  manager: EntityManager,
  reportIds: readonly Id<'Report'>[],
): Promise<VersionHead[]> {
  const rows = await manager.query<(Omit<VersionHead, 'form'> & { formId: string })[]>(
    `SELECT id, report_id AS "reportId", number, form_id AS "formId", origin,
       upload_sha256 AS "uploadSha256", created_at AS "createdAt", created_by AS "createdBy"
     FROM report_version WHERE report_id = ANY($1::uuid[]) ORDER BY report_id, number`,
    [reportIds],
  );
  return rows.map(({ formId, ...version }) => ({ ...version, form: storedForm(formId) }));
}
