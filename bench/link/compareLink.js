import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { cellsOf, formatValue } from '../../dist/src/cells.js';
import { operator } from '../../dist/src/filing/access/actor.js';
import { createToken } from '../../dist/src/filing/tokens/tokens.js';
import { lastYear, wideTable } from '../importing/compareTables.js';
import { startChild } from '../support/children.js';
import { copyTemplate, dropCopy, makeTemplate, urlOf } from '../support/databases.js';
import { agencies, sampleReport } from '../support/sampleReports.js';
import { median, medianRatio } from '../support/statistics.js';

/**
 * What a provincial system does once a year: pushing reports as lines beside uploading them as one table, and pulling
 * them in one request beside what PostgreSQL and gzip take for the same lines.
 */
export async function compareLink({ backends, reports, rounds, folder, templates, report }) {
  const table = wideTable(reports);
  const lines = Array.from({ length: reports }, (_, index) => line(index)).join('\n');
  for (const { name, template } of backends) {
    report.heading(`九、对接 Link，${name}，${reports} 份 reports`, '用时 wall', '比 ratio');
    const taken = { table: [], lines: [], pull: [], copy: [] };
    const opened = await makeTemplate({ ...template, folder, from: template }, giveToken);
    templates.push(opened);
    for (let round = 0; round < rounds; round += 1) {
      taken.table.push(await inService(opened, folder, (service) => uploadTable(service, table, reports)));
      await inService(opened, folder, async (service) => {
        taken.lines.push(await pushLines(service, lines, reports));
        const before = await service.child.ask('memory');
        for (let times = 0; times < 3; times += 1) taken.pull.push((await pull(service)).wall);
        const after = await service.child.ask('memory');
        taken.grown = (after - before) / 1024 / 1024;
        if (name === 'PGlite') return;
        for (let times = 0; times < 3; times += 1)
          taken.copy.push(await copyAndGzip(urlOf(service.copy.server, service.copy.name), reports));
      });
    }
    const pushed = medianRatio(taken.lines, taken.table);
    report.row('  POST /imports，一张表 one table', seconds(taken.table));
    report.row('  POST /api/v1/reports，NDJSON', seconds(taken.lines), `${pushed.toFixed(2)} ×`);
    report.aim(`${name}：NDJSON 报送 pushing ≤ 1.3 × POST /imports`, pushed, 1.3);
    report.row('  GET /api/v1/reports.ndjson，gzip', seconds(taken.pull));
    report.aim(`${name}：取一年，内存增加 pulling, memory grown by, MiB`, taken.grown, 150);
    if (taken.copy.length === 0) continue;
    const pulled = median(taken.pull) / median(taken.copy);
    report.row('  COPY … TO STDOUT | gzip -1', seconds(taken.copy), `${pulled.toFixed(2)} ×`);
    report.aim(`${name}：取一年 pulling ≤ 1.5 × COPY | gzip -1`, pulled, 1.5);
  }
}

let token;

async function giveToken(database) {
  ({ token } = await database.transaction((manager) =>
    createToken(manager, operator('测速'), {
      ...{ name: '测速', role: 'ADMINISTRATOR', scope: null, expiresAt: null },
    }),
  ));
}

async function inService(template, folder, work) {
  const copy = await copyTemplate(template, folder);
  const child = startChild('link/service.js');
  try {
    const address = await child.ask('open', copy);
    return await work({ address, child, copy });
  } finally {
    await child.stop();
    await dropCopy(copy);
  }
}

function line(index) {
  const { form, values } = sampleReport(index, lastYear);
  const { code, name } = agencies[index % agencies.length];
  const year = lastYear - Math.floor(index / agencies.length);
  const cells = Object.fromEntries(
    cellsOf(form).map(({ key, column, position }) => [key, formatValue(column, values[position])]),
  );
  return JSON.stringify({ agency: name, agencyCode: code, year, form: form.id, cells });
}

const authorization = () => ({ Authorization: `Bearer ${token}` });

async function uploadTable({ address }, table, reports) {
  const body = new FormData();
  body.append('layout', 'collection');
  body.append('files', new Blob([table]), '一览表.csv');
  const begun = performance.now();
  const answer = await fetch(`${address}/imports`, { method: 'POST', headers: authorization(), body });
  let state = await answer.json();
  const progress = answer.headers.get('location');
  while (state.status === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, 20));
    state = await (await fetch(`${address}${progress}`, { headers: authorization() })).json();
  }
  const stored = state.reportsStored ?? state.progress?.reportsStored;
  if (stored !== reports) throw new Error(JSON.stringify(state).slice(0, 500));
  return performance.now() - begun;
}

async function pushLines({ address }, lines, reports) {
  const begun = performance.now();
  const headers = { ...authorization(), 'Content-Type': 'application/x-ndjson' };
  const answer = await fetch(`${address}/api/v1/reports`, { method: 'POST', headers, body: lines });
  const text = await answer.text();
  const wall = performance.now() - begun;
  const stored = text.match(/"status":"STORED"/g)?.length ?? 0;
  if (stored !== reports) throw new Error(`${stored} of ${reports} were stored: ${text.slice(0, 500)}`);
  return wall;
}

/** Without taking apart what comes: as `curl --compressed --output` at its quickest. */
function pull({ address }) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}/api/v1/reports.ndjson`,
      { headers: { ...authorization(), 'Accept-Encoding': 'gzip' } },
      (answer) => {
        let bytes = 0;
        answer.on('data', (chunk) => (bytes += chunk.length));
        answer.on('error', reject);
        answer.on('end', () => resolve({ wall: performance.now() - begun, bytes }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** The same lines, put together by the database. */
function copyAndGzip(url, reports) {
  const { form } = sampleReport(0, lastYear);
  const cells = cellsOf(form);
  const names = `ARRAY[${cells.map(({ key }) => `'${key}'`).join(',')}]`;
  const money = `ARRAY[${cells.map(({ column }) => column.quantity === 'money').join(',')}]`;
  const select = `SELECT json_build_object('agency', agency.name, 'agencyCode', agency.code, 'year', report.year,
      'form', version.form_id, 'version', version.number,
      'cells', (SELECT json_object_agg(cell.key, CASE WHEN cell.money
          THEN trim_scale(cell.value / 1000000.0)::text ELSE cell.value::text END ORDER BY cell.place)
        FROM unnest(version."values", ${names}, ${money}) WITH ORDINALITY AS cell(value, key, money, place)),
      'sections', version.sections, 'headings', version.headings, 'datedOn', version.dated_on)::text
    FROM report JOIN agency ON agency.id = report.agency_id
    JOIN report_version AS version ON version.report_id = report.id AND version.number = report.version
    ORDER BY agency.code, report.year`;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const script = 'psql --no-psqlrc --quiet "$0" --command "COPY ($1) TO STDOUT" | gzip -1';
    const child = spawn('sh', ['-c', script, url, select], { stdio: ['ignore', 'pipe', 'inherit'] });
    let bytes = 0;
    child.stdout.on('data', (chunk) => (bytes += chunk.length));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 && bytes > reports
        ? resolve(performance.now() - begun)
        : reject(new Error(`psql and gzip ended with ${code}, ${bytes} bytes`)),
    );
  });
}

function seconds(taken) {
  return `${(median(taken) / 1000).toFixed(2)} s`;
}
