import { cellsOf, tablesOf } from '../../dist/src/cells.js';
import { unpackText } from '../../dist/src/filing/reports/storedText.js';
import { parseStoredValues } from '../../dist/src/filing/reports/storedValues.js';
import { formById, forms } from '../../dist/src/forms/index.js';

/** What the bare server needs to print a form: labels beside the positions of the values, raws and places unpacked. */
const printedForms = `
  CREATE TABLE printed_table (form_id text, id text, position int, title text, columns json,
    PRIMARY KEY (form_id, id));
  CREATE TABLE printed_cell (form_id text, position int, key text, table_id text, row_id text,
    row_label text, row_group text, is_money boolean, PRIMARY KEY (form_id, position));
  CREATE TABLE printed_text (version_id uuid PRIMARY KEY, raws text[], places text[]);`;

/** The reports of nianbao once more, a row a cell. */
const copyReports = `
  INSERT INTO related_agency (id, code, name) SELECT id, code, name FROM agency;
  INSERT INTO related_report (id, year, "formId", status, version, "changedAt", "errorCount", "explainCount", "agencyId")
    SELECT report.id, year, form_id, status, version, changed_at, error_count, explain_count, report.agency_id
    FROM report JOIN report_version v ON v.report_id = report.id AND v.number = report.version;
  INSERT INTO related_cell (id, position, key, value, raw, at, corrected, "reportId")
    SELECT gen_random_uuid(), printed.position, printed.key,
      CASE WHEN printed.is_money THEN trim_scale(cell.value / 1000000.0) ELSE cell.value END,
      cell.raw, cell.at, printed.key = ANY(v.corrected_cells), report.id
    FROM report JOIN report_version v ON v.report_id = report.id AND v.number = report.version
      JOIN printed_text ON printed_text.version_id = v.id,
      unnest(v."values", printed_text.raws, printed_text.places) WITH ORDINALITY AS cell(value, raw, at, n)
      JOIN printed_cell printed ON printed.position = n - 1
    WHERE printed.form_id = v.form_id;`;

/** Adds to a database of nianbao the tables of the two servers it is compared with. */
export async function fillRelations(database, relations) {
  await relations.synchronize();
  for (const statement of printedForms.split(';').filter((text) => text.trim() !== ''))
    await database.query(statement);
  const printTable = (form) => (table, position) => ({
    form_id: form.id,
    id: table.id,
    position,
    title: table.title,
    columns: table.columns.map(({ id, label, unit }) => ({ key: id, label, unit })),
  });
  const printCell = (form) => (cell) => ({
    form_id: form.id,
    position: cell.position,
    key: cell.key,
    table_id: cell.table.id,
    row_id: cell.row.id,
    row_label: cell.row.label,
    row_group: cell.row.group ?? null,
    is_money: cell.column.quantity === 'money',
  });
  for (const [name, rows] of [
    ['printed_table', forms.flatMap((form) => tablesOf(form).map(printTable(form)))],
    ['printed_cell', forms.flatMap((form) => cellsOf(form).map(printCell(form)))],
    ['printed_text', await textsIn(database)],
  ])
    await database.query(
      `INSERT INTO ${name} SELECT * FROM json_populate_recordset(null::${name}, $1::json)`,
      [JSON.stringify(rows)],
    );
  for (const statement of copyReports.split(';').filter((text) => text.trim() !== ''))
    await database.query(statement);
  await database.query('ANALYZE');
}

async function textsIn(database) {
  const versions = await database.query(
    `SELECT id, form_id AS "formId", "values"::text AS "values", array_to_json(raws) AS raws,
       array_to_json(places) AS places FROM report_version`,
  );
  return versions.map(({ id, formId, values, ...text }) => {
    const numbers = { form: formById(formId), values: parseStoredValues(values) };
    return { version_id: id, ...unpackText(numbers, text) };
  });
}
