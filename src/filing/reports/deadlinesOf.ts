import type { EntityManager } from 'typeorm';
import type { Day } from '../../brands/brands.js';
import type { ReportKey } from './currentReports.js';
import { deadlineDay } from './localDay.js';

/** The last day for the reports of these agencies and years, also of those that nobody has filed yet. One query. */
export async function deadlinesOf(
  manager: EntityManager,
  keys: readonly ReportKey[],
): Promise<(key: ReportKey) => Day | undefined> {
  if (keys.length === 0) return () => undefined;
  const rows = await manager.query<(ReportKey & { deadline: Day })[]>(
    `SELECT wanted.agency_id AS "agencyId", wanted.year, ${deadlineDay('wanted.year')} AS deadline
     FROM unnest($1::uuid[], $2::int[]) AS wanted(agency_id, year)
     JOIN agency ON agency.id = wanted.agency_id`,
    [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)],
  );
  const known = new Map(rows.map(({ agencyId, year, deadline }) => [`${agencyId} ${year}`, deadline]));
  return ({ agencyId, year }) => known.get(`${agencyId} ${year}`);
}
