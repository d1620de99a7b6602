/** What an import stores. */
const tables = [
  'report',
  'report_version',
  'upload',
  'import_file',
  'import_report',
  'audit_entry',
  'audit_chain',
];
/** Made of ids and moments, so that no two imports have the same. */
const madeOfIds = new Set(['hash', 'previous_hash', 'head', 'seals', 'run']);
const agencyOf = (id) => `(SELECT code FROM agency WHERE agency.id = ${id})`;
const reportOf = (id) =>
  `(SELECT concat(${agencyOf('named.agency_id')}, ' ', named.year) FROM report AS named WHERE named.id = ${id})`;
const fileOf = (id) => `(SELECT file_name FROM import_file AS named WHERE named.id = ${id})`;
/** The chain of an agency is named by its id. */
const chainOf = (chain) => `coalesce((SELECT code FROM agency WHERE agency.id::text = ${chain}), ${chain})`;
/** What an id stands for. */
const names = { agency_id: agencyOf, report_id: reportOf, file_id: fileOf, chain: chainOf };

/**
 * A digest of each column of each table an import writes, and how many rows there are. Each value stands with whose
 * it is; ids and moments are left out, and so is the order in which rows were written.
 */
export async function rowDigests(query) {
  const columns = await query(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name IN (${tables.map((table) => `'${table}'`).join(', ')})`,
  );
  const found = {};
  for (const table of tables) {
    const own = columns.filter((each) => each.table === table);
    const whose = own.flatMap(({ column }) => (names[column] ? [names[column](`${table}.${column}`)] : []));
    const number = own.filter(({ column }) => ['year', 'number', 'sequence', 'position'].includes(column));
    const key = [...whose, ...number.map(({ column }) => `${table}."${column}"`)];
    for (const { column, type } of own) {
      if (names[column] || madeOfIds.has(column) || type === 'uuid' || type.startsWith('timestamp')) continue;
      const value = textOf(`${table}."${column}"`, table, column);
      const [digest] = await query(
        `SELECT count(*)::int AS rows, md5(string_agg(one, '' ORDER BY one)) AS digest FROM (
           SELECT md5(concat_ws('|', ${[...key, `coalesce(${value}, '-')`].join(', ')})) AS one FROM ${table}) AS each`,
      );
      found[`${table}.${column}`] = digest;
    }
  }
  return found;
}

/** An entry about a whole import names it. */
function textOf(value, table, column) {
  return table === 'audit_entry' && column === 'details' ? `(${value} - 'run')::text` : `${value}::text`;
}
