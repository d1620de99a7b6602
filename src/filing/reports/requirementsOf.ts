import type { EntityManager } from 'typeorm';
import type { Requirements } from '../../checks/check.js';
import type { ReportKey } from './currentReports.js';
import { requirementsColumn } from './requirementsColumn.js';

/** What is asked of the reports of these agencies and years, also of those that nobody has filed yet. One query. */
export async function requirementsOf(
  manager: EntityManager,
  keys: readonly ReportKey[],
): Promise<(key: ReportKey) => Requirements | null> {
  if (keys.length === 0) return () => null;
  const rows = await manager.query<(ReportKey & { requirements: Requirements })[]>(
    `SELECT wanted.agency_id AS "agencyId", wanted.year, asked.requirements
     FROM unnest($1::uuid[], $2::int[]) AS wanted(agency_id, year)
     JOIN agency ON agency.id = wanted.agency_id
     CROSS JOIN LATERAL (SELECT ${requirementsColumn('wanted.year')} AS requirements) AS asked
     WHERE asked.requirements IS NOT NULL`,
    [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)],
  );
  const known = new Map(
    rows.map(({ agencyId, year, requirements }) => [`${agencyId} ${year}`, requirements]),
  );
  return ({ agencyId, year }) => known.get(`${agencyId} ${year}`) ?? null;
}
