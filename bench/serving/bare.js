import { createServer } from 'node:http';
import pg from 'pg';
import { answerParent } from '../support/children.js';
import { openEmbeddedCopy, urlOf } from '../support/databases.js';

const value = `CASE WHEN printed.is_money THEN trim_scale(cell.value / 1000000.0)::text ELSE cell.value::text END`;
const current = `report JOIN agency ON agency.id = report.agency_id
  JOIN report_version v ON v.report_id = report.id AND v.number = report.version
  JOIN printed_text text ON text.version_id = v.id
  WHERE agency.code = $1 AND report.year = $2`;
const cells = `unnest(v."values", text.raws, text.places) WITH ORDINALITY AS cell(value, raw, at, n)
  JOIN printed_cell printed ON printed.form_id = v.form_id AND printed.position = n - 1`;

/** PostgreSQL builds the whole answer; the server passes it on. */
const statements = {
  values: `SELECT json_build_object('version', report.version, 'values',
      (SELECT json_object_agg(printed.key, ${value}) FROM ${cells}))::text AS answer FROM ${current}`,
  tables: `SELECT json_build_object('year', report.year, 'version', report.version,
      'agency', json_build_object('code', agency.code, 'name', agency.name), 'tables', (
        SELECT json_agg(json_build_object('key', shown.id, 'title', shown.title, 'columns', shown.columns,
          'rows', filled.rows) ORDER BY shown.position)
        FROM (
          SELECT table_id, json_agg(json_build_object('key', row_id, 'label', row_label, 'group', row_group,
            'cells', cells) ORDER BY first) AS rows
          FROM (
            SELECT table_id, row_id, row_label, row_group, min(printed.position) AS first,
              json_agg(json_build_object('key', printed.key, 'value', ${value}, 'raw', cell.raw, 'at', cell.at,
                'corrected', printed.key = ANY(v.corrected_cells)) ORDER BY printed.position) AS cells
            FROM ${cells} GROUP BY table_id, row_id, row_label, row_group
          ) AS one_row GROUP BY table_id
        ) AS filled JOIN printed_table shown ON shown.form_id = v.form_id AND shown.id = filled.table_id
      ))::text AS answer FROM ${current}`,
  page: `SELECT json_agg(listed)::text AS answer FROM (
      SELECT report.id, json_build_object('code', agency.code, 'name', agency.name) AS agency, report.year,
        report.version, report.status,
        to_char(report.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt",
        report.error_count AS "errorCount", report.explain_count AS "explainCount"
      FROM report JOIN agency ON agency.id = report.agency_id ORDER BY agency.code, report.year LIMIT 50
    ) AS listed`,
};

let database;
let server;

answerParent({
  async open(copy) {
    database =
      copy.dump === undefined
        ? new pg.Pool({ connectionString: urlOf(copy.server, copy.name) })
        : await openEmbeddedCopy(copy);
    server = createServer(async (request, response) => {
      const [, name, agency, year] = request.url.split('/');
      const parameters = agency === undefined ? [] : [agency, Number(year)];
      const { rows } = await database.query(statements[name], parameters);
      response.setHeader('Content-Type', 'application/json');
      response.end(rows[0].answer);
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${server.address().port}`;
  },
  cpu: () => process.cpuUsage(),
  async stop() {
    server?.close();
    server?.closeAllConnections();
    await (database?.end?.() ?? database?.close());
  },
});
