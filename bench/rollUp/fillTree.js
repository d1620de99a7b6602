import { cellsOf } from '../../dist/src/cells.js';

/** Different reports; the filers take them in turn, each with another total. */
const patterns = 997;

/** Units a level of a tree with 160,000 filers: the country, provinces, cities, counties, townships. */
const wholeTree = [1, 31, 340, 2_850, 41_778];
const wholeFilers = 160_000;

/** The tree as it is with so many filers: the levels become smaller in the same measure. */
export function treeOf(filers) {
  const units = wholeTree.map((count) => Math.max(1, Math.round((count * filers) / wholeFilers)));
  return { filers, units, agencies: units.reduce((sum, count) => sum + count, 0) + filers };
}

/**
 * Registers the tree and stores a report of the year for every filer, in SQL: five levels of units that stand
 * for others, the filers spread over all of them. Answers with the code of the agency on top.
 */
export async function fillTree(database, { units, filers }, form, year) {
  const id = (level, index) => `md5('unit ' || ${level} || ' ' || ${index})::uuid`;
  const insert = `INSERT INTO agency (id, code, name, aliases, parent_id, path, depth, division_code, level, kind,
      consolidates, former_names, registered_at)`;
  for (const [level, count] of units.entries()) {
    const parent = level === 0 ? 'NULL::uuid' : id(level - 1, `((n - 1) % ${units[level - 1]} + 1)`);
    await database.query(
      `${insert}
       SELECT given.id, 'U${level}-' || n, '第' || n || '单位', '{}', given.parent_id,
         coalesce(parent.path, '/') || given.id || '/', ${level + 1}, lpad((n % 100)::text, 2, '0'),
         $1, 'GOVERNMENT', true, '[]', now()
       FROM (SELECT n, ${id(level, 'n')} AS id, ${parent} AS parent_id FROM generate_series(1, $2::int) AS n) AS given
       LEFT JOIN agency AS parent ON parent.id = given.parent_id`,
      [['NATION', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'][level], count],
    );
  }
  await database.query(
    `${insert}
     SELECT md5('filer ' || n)::uuid, 'F' || lpad(n::text, 7, '0'), '第' || n || '机关', '{}', parent.id,
       parent.path || md5('filer ' || n)::uuid || '/', parent.depth + 1, parent.division_code, parent.level,
       'DEPARTMENT', false, '[]', now()
     FROM (SELECT agency.*, row_number() OVER (ORDER BY depth, code) AS number FROM agency
       WHERE code LIKE 'U%') AS parent
     JOIN generate_series(1, $1::int) AS n ON parent.number = (n - 1) % $2::int + 1`,
    [filers, units.reduce((sum, count) => sum + count, 0)],
  );
  await database.query(
    `INSERT INTO report (id, agency_id, year, status, version, changed_at, rule_set, checked_at, check_cause,
       stale, error_count, explain_count, findings)
     SELECT md5('report ' || id || $1::int)::uuid, id, $1::int, 'ACCEPTED', 1, now(), '', now(), 'VERSION', false, 0, 0,
       '[]'
     FROM agency WHERE NOT consolidates`,
    [year],
  );
  // Few requests and many zeros, as agencies file them; every twentieth cell is blank.
  await database.query(
    `INSERT INTO report_version (id, report_id, agency_id, number, form_id, "values", raws, places, corrected_cells, sections,
       problems, origin, blanks_are_zero, error_policy, created_at, created_by)
     SELECT report.id, report.id, report.agency_id, 1, $1, pattern."values", pattern."values"::text[],
       array_fill('年报!C7'::text, ARRAY[$2::int]), '{}', '[]', '[]', 'IMPORT', false, 'REJECT_REPORT', now(), '测速'
     FROM (SELECT id, agency_id, row_number() OVER (ORDER BY id) AS number FROM report WHERE year = $3::int) AS report
     JOIN (
       SELECT pattern, array_agg(CASE abs(hashint8(pattern * 1000 + cell)) % 20 WHEN 0 THEN NULL
         WHEN 1 THEN abs(hashint8(pattern * 2000 + cell)) % 1000000000
         ELSE abs(hashint8(pattern * 3000 + cell)) % 200 END::bigint ORDER BY cell) AS "values"
       FROM generate_series(1::bigint, ${patterns}) AS pattern, generate_series(1, $2::int) AS cell
       GROUP BY pattern
     ) AS pattern ON pattern.pattern = report.number % ${patterns} + 1`,
    [form.id, cellsOf(form).length, year],
  );
  await database.query('ANALYZE');
  return 'U0-1';
}
