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
