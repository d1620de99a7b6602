import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { loadVersions } from '../reports/loadVersions.js';
import { valuesHash } from '../reports/valuesHash.js';
import type { Id } from '../../brands/brands.js';

/** The receipt of a step that was taken before, by the id of the step. */
export interface KeptReceipt {
  readonly reportId: Id<'Report'>;
  readonly stepId: string;
  readonly valuesHash: string;
  readonly auditHead: string;
}

interface SubmissionRow {
  readonly reportId: Id<'Report'>;
  readonly stepId: string;
  readonly number: number;
  readonly auditHead: string;
}

/** The receipts of every submission of some reports, the earliest first: what was handed out when they were submitted. */
export async function receiptsOf(
  manager: EntityManager,
  reportIds: readonly Id<'Report'>[],
): Promise<KeptReceipt[]> {
  const rows = await manager.query<SubmissionRow[]>(
    // Steps and entries may lie on different machines: the entries are looked up first.
    `WITH entry AS MATERIALIZED (
       SELECT report_id, version, coalesce(clock_at, at) AS at, chain, sequence, hash FROM audit_entry
       WHERE report_id = ANY($1::uuid[]) AND action = 'REPORT_SUBMITTED')
     SELECT step.report_id AS "reportId", step.id AS "stepId", step.version AS number,
       entry.chain || ':' || entry.sequence || ':' || entry.hash AS "auditHead"
     FROM report_transition AS step
     JOIN entry ON entry.report_id = step.report_id AND entry.version = step.version AND entry.at = step.at
     WHERE step.report_id = ANY($1::uuid[]) AND step.to_status = $2
     ORDER BY step.report_id, step.sequence`,
    [reportIds, ReportStatus.SUBMITTED],
  );
  const versions = await loadVersions(manager, rows);
  return rows.map(({ reportId, stepId, number, auditHead }) => {
    const version = versions.find((each) => each.reportId === reportId && each.number === number);
    if (!version) throw new Error('a submitted version is gone');
    return { reportId, stepId, valuesHash: valuesHash(version.values), auditHead };
  });
}
