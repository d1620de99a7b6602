import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { stepsApart, versionsApart, type Moment } from '../reports/asOfApart.js';
import type { Id } from '../../brands/brands.js';

/** Where a report stood at a time; null when it did not exist yet. */
export async function statusAt(
  manager: EntityManager,
  reportId: Id<'Report'>,
  at: Date,
): Promise<ReportStatus | null> {
  const [status = null] = await statusesAt(manager, [{ reportId, at }]);
  return status;
}

/** The same of many, in the order asked for. One query. */
export async function statusesAt(
  manager: EntityManager,
  moments: readonly Moment[],
): Promise<(ReportStatus | null)[]> {
  if (isDistributed(manager.dataSource)) {
    const steps = await stepsApart(manager, moments);
    const versions = await versionsApart<object>(manager, moments, 'version.number');
    return moments.map((_, index) => (versions[index] ? (steps[index] ?? ReportStatus.DRAFT) : null));
  }
  const rows = await manager.query<{ status: ReportStatus | null }[]>(
    `SELECT CASE WHEN EXISTS (SELECT FROM report_version AS version
         WHERE version.report_id = asked.report_id AND version.created_at <= asked.at) THEN
       coalesce((SELECT to_status FROM report_transition AS step
         WHERE step.report_id = asked.report_id AND step.at <= asked.at
           AND NOT EXISTS (SELECT FROM report_transition AS earlier
             WHERE earlier.report_id = asked.report_id AND earlier.sequence < step.sequence
               AND earlier.at > asked.at)
         ORDER BY sequence DESC LIMIT 1), '${ReportStatus.DRAFT}') END AS status
     FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS asked(report_id, at, place)
     ORDER BY asked.place`,
    [moments.map(({ reportId }) => reportId), moments.map(({ at }) => at.toISOString())],
  );
  return rows.map(({ status }) => status);
}
