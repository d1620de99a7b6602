import type { EntityManager } from 'typeorm';
import type { Requirements } from '../../checks/check.js';
import type { ReportKey } from './currentReports.js';

/**
 * SQL: what the jurisdiction of an agency asks of the report of a year, of its own or of the nearest one above it, the
 * latest that holds; null where nobody asks for anything. Expects `agency`.
 */
export function requirementsColumn(year: string): string {
  return `(SELECT json_build_object('longestOverview', requirement.longest_overview,
      'mostLikeness', requirement.most_likeness / 100.0, 'statements', requirement.statements)
    FROM requirement JOIN agency AS jurisdiction ON jurisdiction.id = requirement.agency_id
    WHERE requirement.agency_id = ANY(string_to_array(trim(BOTH '/' FROM agency.path), '/')::uuid[])
      AND requirement.first_year <= ${year}
    ORDER BY jurisdiction.depth DESC, requirement.first_year DESC LIMIT 1)`;
}

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
