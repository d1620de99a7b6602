import type { EntityManager } from 'typeorm';
import type { ImportReport } from '../../../../entities/importing/ImportReport.js';
import { storable } from '../../storable.js';

export interface ImportReportsAsked {
  /** Only those of which this became; null for all. */
  readonly statuses: readonly string[] | null;
  readonly first: number;
  /** The position behind which they begin; null for the first. */
  readonly after: number | null;
}

/** What became of the reports of some files, of each file as many as asked for. One query. */
export function listImportReports(
  manager: EntityManager,
  fileIds: readonly string[],
  { statuses, first, after }: ImportReportsAsked,
): Promise<ImportReport[]> {
  return manager.query<ImportReport[]>(
    `SELECT found.file_id AS "fileId", found.position, found.form, found.year, found.agency,
       found.agency_name AS "agencyName", found.place, found.status, found.version, found.problems,
       found.findings, found.diff
     FROM unnest($1::uuid[]) AS wanted(id)
     CROSS JOIN LATERAL (
       SELECT * FROM import_report
       WHERE file_id = wanted.id AND position > $2 AND ($3::text[] IS NULL OR status = ANY($3::text[]))
       ORDER BY position LIMIT $4) AS found
     ORDER BY found.file_id, found.position`,
    [fileIds, after ?? -1, storable(statuses), first],
  );
}
