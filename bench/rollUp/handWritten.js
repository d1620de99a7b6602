/**
 * The same sums as somebody writes them by hand for one year, one form and one tree, the fast way: every array
 * unpacked once, its blanks made zero.
 */
export function handWritten(cells) {
  const sums = Array.from({ length: cells }, (_, index) => `sum(filled[${index + 1}])::text`);
  return `SELECT count(*)::int AS filed, ARRAY[${sums.join(', ')}] AS sums
    FROM (
      SELECT array_replace(version."values", NULL, 0::bigint) AS filled
      FROM agency
      JOIN report ON report.agency_id = agency.id AND report.year = $1
      JOIN report_version AS version ON version.report_id = report.id AND version.number = report.version
      WHERE starts_with(agency.path, (SELECT path FROM agency WHERE code = $2)) AND NOT agency.consolidates
      OFFSET 0
    ) AS reports`;
}

/** As it is written first: an element of the array a cell, which unpacks it 200 times a report. */
export function plain(cells) {
  const sums = Array.from({ length: cells }, (_, index) => `sum(version."values"[${index + 1}])::text`);
  return `SELECT count(*)::int AS filed, ARRAY[${sums.join(', ')}] AS sums
    FROM agency
    JOIN report ON report.agency_id = agency.id AND report.year = $1
    JOIN report_version AS version ON version.report_id = report.id AND version.number = report.version
    WHERE starts_with(agency.path, (SELECT path FROM agency WHERE code = $2)) AND NOT agency.consolidates`;
}
