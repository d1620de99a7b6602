import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../dist/src/database/dataSource.js';
import { registerAgencies } from '../dist/src/cli/registerAgencies.js';
import { measureHostile } from './hostile/measureHostile.js';
import { measureLists } from './lists/measureLists.js';
import { measureStarting } from './starting/measureStarting.js';
import { measureChecks } from './checking/measureChecks.js';
import { measureDesk } from './desk/measureDesk.js';
import { compareDocuments } from './documents/compareDocuments.js';
import { compareImports } from './importing/compareImports.js';
import { compareTables } from './importing/compareTables.js';
import { compareLedgers } from './ledger/compareLedgers.js';
import { compareLink } from './link/compareLink.js';
import { measureMemory, measureReopened } from './memory/measureMemory.js';
import { measureRepairs } from './repairing/measureRepairs.js';
import { measureVerify } from './verifying/measureVerify.js';
import { measureRollUps } from './rollUp/measureRollUps.js';
import { compareServing } from './serving/compareServing.js';
import { dropCopy, makeTemplate } from './support/databases.js';
import { Report } from './support/Report.js';
import { agencies } from './support/sampleReports.js';
import { collectionWorkbook, forYear, reportWorkbooks } from './support/workbooks.js';

const isQuick = process.env.BENCH_QUICK === '1';
/** Parts of the run. */
const parts = [
  ...['import', 'tables', 'serve', 'memory', 'repair', 'check', 'rollup', 'documents'],
  ...['link', 'ledger', 'start', 'lists', 'hostile', 'desk', 'verify'],
];
const only = process.env.BENCH_ONLY?.split(',') ?? parts;
const year = 2024;
const reports = isQuick ? 100 : 500;
/** Reports the row-a-cell peer saves; its time is scaled up to all of them. */
const sample = 25;
/** Reports of the year before, read or imported first: a service runs all January and is measured warm. */
const warmUps = isQuick ? 25 : 100;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const report = new Report();
const templates = [];
try {
  const server = process.env.BENCH_DATABASE_URL;
  const [{ model }] = cpus();
  const busy = loadavg()[0].toFixed(1);
  report.line(`Node ${process.version}，${cpus().length} × ${model.trim()}，系统负载 load average ${busy}`);

  const needsFiles = only.some((part) => ['import', 'serve', 'memory', 'hostile'].includes(part));
  const workbooks = needsFiles ? await reportWorkbooks(reports, year) : [];
  const files = needsFiles ? writeFiles(workbooks) : {};

  const backends = [];
  for (const [name, at] of [['PGlite', {}], ...(server ? [['PostgreSQL', { server }]] : [])]) {
    const template = await makeTemplate({ ...at, folder }, async (database) => {
      await migrate(database);
      await registerAgencies(database, agencies);
    });
    templates.push(template);
    backends.push({ name, template });
  }

  if (only.includes('import')) {
    report.heading('一、导入 Import', '用时 wall', 'CPU', '用时比', 'CPU 比');
    await compareImports({
      backends,
      files,
      reports,
      warmUps,
      sample,
      rounds: isQuick ? 1 : 3,
      folder,
      report,
    });
  }
  if (only.includes('tables'))
    await compareTables({ backends, reports: isQuick ? 500 : 5000, rounds: isQuick ? 1 : 3, folder, report });
  if (only.includes('serve')) await compareServing({ backends, files, folder, templates, isQuick, report });
  if (only.includes('memory')) {
    await measureReopened({ template: backends[0].template, folder, report });
    await measureMemory({
      backends: backends.slice(0, 1),
      workbooks,
      year,
      passes: isQuick ? 10 : 20,
      folder,
      report,
    });
  }
  if (only.includes('repair')) measureRepairs({ reports: isQuick ? 500 : 4000, report });
  if (only.includes('check')) await measureChecks({ backends, years: isQuick ? 1 : 7, folder, report });
  if (only.includes('rollup'))
    await measureRollUps({
      backends,
      sizes: isQuick ? [1_600] : [1_600, 16_000, 160_000],
      rounds: isQuick ? 1 : 3,
      folder,
      report,
    });
  if (only.includes('start')) await measureStarting({ rounds: isQuick ? 3 : 11, year, folder, report });
  if (only.includes('lists'))
    await measureLists({
      backends: backends.slice(-1),
      filers: isQuick ? 2_000 : 110_000,
      rounds: isQuick ? 3 : 7,
      folder,
      report,
    });
  if (only.includes('hostile'))
    await measureHostile({ backends, files, requests: isQuick ? 200 : 2_000, folder, report });
  if (only.includes('documents'))
    await compareDocuments({
      backends,
      rounds: isQuick ? 1 : 3,
      times: isQuick ? 2 : 8,
      imported: isQuick ? 10 : 60,
      folder,
      report,
    });
  if (only.includes('link'))
    await compareLink({
      backends,
      reports: isQuick ? 500 : 5000,
      rounds: isQuick ? 1 : 3,
      folder,
      templates,
      report,
    });
  if (only.includes('ledger'))
    await compareLedgers({
      backends,
      // A city keeps 15,000 requests a year, a province 400,000.
      sizes: isQuick ? [1_000, 15_000] : [1_000, 15_000, 400_000],
      rounds: isQuick ? 1 : 3,
      folder,
      report,
    });
  if (only.includes('desk')) await measureDesk({ backends, rounds: isQuick ? 1 : 2, folder, report });
  if (only.includes('verify'))
    await measureVerify({ backends, years: isQuick ? 1 : 5, rounds: isQuick ? 3 : 5, folder, report });
  const isMet = report.finish();
  process.exitCode = isMet || process.env.BENCH_UNJUDGED === '1' ? 0 : 1;
} finally {
  for (const template of templates) await dropCopy(template);
  rmSync(folder, { recursive: true, force: true });
}

function writeFiles(workbooks) {
  const reportFolder = join(folder, 'reports');
  mkdirSync(reportFolder);
  const paths = workbooks.map((bytes, index) => {
    const path = join(reportFolder, `${agencies[index].name}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const collection = join(folder, '汇编.xlsx');
  const bytes = collectionWorkbook(workbooks);
  writeFileSync(collection, bytes);
  const samples = [0, sample].map((from) => ({ from, path: join(folder, `样本${from}.xlsx`) }));
  for (const { from, path } of samples)
    writeFileSync(path, collectionWorkbook(workbooks.slice(from, from + sample)));
  const before = workbooks.slice(0, warmUps).map((bytes) => forYear(bytes, year, year - 1));
  const warmUpPaths = before.map((bytes, index) => {
    const path = join(reportFolder, `${agencies[index].name}-上年.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const warmUpCollection = join(folder, '汇编-上年.xlsx');
  writeFileSync(warmUpCollection, collectionWorkbook(before));
  const average = workbooks.reduce((sum, { length }) => sum + length, 0) / workbooks.length;
  report.line(
    `文件 files：单份平均 one report ${(average / 1024).toFixed(1)} KiB，${workbooks.length} 表 sheets ${(bytes.length / 1024 / 1024).toFixed(2)} MiB`,
  );
  return {
    report: paths,
    reportWarmUp: warmUpPaths,
    collectionWarmUp: [warmUpCollection],
    reportSamples: samples.map(({ from }) => paths.slice(from, from + sample)),
    collection: [collection],
    collectionSamples: samples.map(({ path }) => [path]),
  };
}
