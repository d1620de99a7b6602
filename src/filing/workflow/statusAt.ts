import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';

/** Where a report stood at a time; null when it did not exist yet. */
export async function statusAt(
  manager: EntityManager,
  reportId: string,
  at: Date,
): Promise<ReportStatus | null> {
  const [found] = await manager.query<{ status: ReportStatus | null }[]>(
    `SELECT CASE WHEN EXISTS (SELECT FROM report_version WHERE report_id = $1 AND created_at <= $2) THEN
       coalesce((SELECT to_status FROM report_transition WHERE report_id = $1 AND at <= $2
         ORDER BY sequence DESC LIMIT 1), '${ReportStatus.DRAFT}') END AS status`,
    [reportId, at.toISOString()],
  );
  return found?.status ?? null;
}
