// Reads and checks every file of a folder as `nianbao check` does, each in the limits of the reader pool,
// and prints how they ended, the slowest and the fattest. Run after a build:
//   npm run corpus -- DIR [--values-by openpyxl]
// Exits 1 when a file hangs, crashes the reader or ends in an error without a code.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { createReaderPool } from '../dist/importers/worker/readerPool.js';
import { checkFile } from '../dist/src/filing/judging/checkDocument.js';
import { problemCodes } from '../dist/src/problems/problemCodes.js';
import { compareValues } from './corpusValues.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'values-by': { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined || ![undefined, 'openpyxl'].includes(options['values-by'])) {
  console.error('用法：npm run corpus -- 文件夹 [--values-by openpyxl]');
  process.exit(2);
}

/** What a file may end in only when the reader itself is at fault. */
const faults = new Set(['INTERNAL', 'TIMED_OUT', '未分类']);

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();

// The pool reports a fault of the program as a warning, with its stack.
const warnings = [];
process.on('warning', (warning) => warnings.push(warning.stack ?? String(warning)));

const pool = createReaderPool({ workers: 1 });
const results = [];
for (const path of files) {
  results.push(await read(path));
  if (process.stderr.isTTY) process.stderr.write(`\r${results.length}/${files.length}`);
}
await pool.close();
if (process.stderr.isTTY) process.stderr.write('\r');

printOutcomes(results);
printMost('最慢', results, ({ milliseconds }) => milliseconds, '毫秒');
printMost('内存增长最多', results, ({ mebibytes }) => mebibytes, 'MiB');
const failed = results.filter(({ outcome }) => faults.has(outcome));
for (const { name, outcome, error } of failed) console.log(`\n${outcome} ${name}\n${error}`);
console.log(`\n共 ${results.length} 个文件；挂起、崩溃或未分类的错误 ${failed.length} 个。`);

if (options['values-by']) {
  const readable = results.filter(({ outcome }) => !faults.has(outcome)).map(({ path }) => path);
  await compareValues(folder, readable);
}
process.exitCode = failed.length > 0 ? 1 : 0;

/** One file: its outcome, its time and by how much the process grew while it was read. */
async function read(path) {
  const name = relative(folder, path);
  const bytes = readFileSync(path);
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  const start = performance.now();
  const seen = warnings.length;
  let outcome;
  let error = '';
  try {
    const draft = await pool.read(bytes, basename(path), { blanksAreZero: false });
    const document = checkFile(name, draft);
    JSON.stringify(document);
    outcome = outcomeOf(document);
    if (faults.has(outcome)) error = JSON.stringify(document.problems);
  } catch (thrown) {
    outcome = '未分类';
    error = thrown instanceof Error ? thrown.stack : String(thrown);
  }
  const milliseconds = performance.now() - start;
  clearInterval(sampling);
  peak = Math.max(peak, process.memoryUsage.rss());
  // A warning is given in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  error = [error, ...warnings.slice(seen)].filter(Boolean).join('\n');
  return { path, name, outcome, error, milliseconds, mebibytes: (peak - before) / 2 ** 20 };
}

/** A report was read, or the first error; every problem must be one a user can understand. */
function outcomeOf({ problems, reports }) {
  const all = [...problems, ...reports.flatMap((report) => report.problems)];
  const isUnderstood = ({ code, message }) => Object.hasOwn(problemCodes, code) && /[一-鿿]/.test(message);
  if (!all.every(isUnderstood)) return '未分类';
  if (reports.length > 0) return '读出报表';
  return problems.find(({ severity }) => severity === 'error')?.code ?? '未分类';
}

/** A line an outcome, a column a collection (a folder right under the one asked for). */
function printOutcomes(all) {
  const collectionOf = ({ name }) => (name.includes(sep) ? name.slice(0, name.indexOf(sep)) : '.');
  const isFolderOfFolders = readdirSync(folder).every((name) => statSync(join(folder, name)).isDirectory());
  const columns = isFolderOfFolders ? [...new Set(all.map(collectionOf))] : [];
  const outcomes = [...new Set(all.map(({ outcome }) => outcome))].sort();
  const count = (outcome, column) =>
    all.filter((one) => one.outcome === outcome && (column === undefined || collectionOf(one) === column))
      .length;
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(['结果', ...columns, '合计']);
  line(['---', ...columns.map(() => '---:'), '---:']);
  for (const outcome of outcomes)
    line([outcome, ...columns.map((column) => count(outcome, column)), count(outcome)]);
  line(['合计', ...columns.map((c) => all.filter((one) => collectionOf(one) === c).length), all.length]);
}

function printMost(title, all, measure, unit) {
  console.log(`\n${title}：`);
  const most = [...all].sort((one, other) => measure(other) - measure(one)).slice(0, 10);
  for (const one of most) console.log(`  ${Math.round(measure(one))} ${unit}  ${one.name}  ${one.outcome}`);
}
