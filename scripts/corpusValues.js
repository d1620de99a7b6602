// Compares the values of workbooks with those of openpyxl (python3 with openpyxl, or the one PYTHON names).
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readGrids } from '../dist/importers/readGrids.js';

const script = fileURLToPath(new URL('corpusValues.py', import.meta.url));
const python = process.env.PYTHON ?? 'python3';
/** openpyxl builds every cell of a file; some files are too much for it. */
const patience = 60_000;

/** Prints in how many files that both open all values agree, and every disagreement. */
export async function compareValues(folder, paths) {
  execFileSync(python, ['-c', 'import openpyxl']);
  const openpyxl = new Openpyxl();
  const counts = {
    完全一致: 0,
    '不同之处都是 openpyxl 的特性': 0,
    不一致: 0,
    'openpyxl 打不开': 0,
    两者都打不开: 0,
    只有我们打不开: 0,
  };
  const details = [];
  for (const path of paths.filter((name) => /\.xls[xm]$/i.test(name))) {
    const ours = await readGrids(readFileSync(path), basename(path));
    const theirs = await openpyxl.values(path);
    const { outcome, detail } = compared(ours, theirs);
    counts[outcome] += 1;
    if (detail) details.push(`${outcome}  ${relative(folder, path)}：${detail}`);
  }
  openpyxl.close();
  const both = counts['完全一致'] + counts['不同之处都是 openpyxl 的特性'] + counts['不一致'];
  const share = (count) => `${count} 个（${((100 * count) / Math.max(both, 1)).toFixed(1)} %）`;
  console.log('\n与 openpyxl 比较单元格的值（.xlsx、.xlsm）：');
  for (const [what, count] of Object.entries(counts)) console.log(`  ${what} ${count}`);
  console.log(`  两者都打开 ${both} 个：完全一致 ${share(counts['完全一致'])}，`);
  console.log(`  连同 openpyxl 的特性 ${share(both - counts['不一致'])}`);
  for (const detail of details) console.log(`  ${detail}`);
}

function compared(ours, { sheets }) {
  const refusal = ours.problems.find(({ severity }) => severity === 'error');
  // Of a workbook in the strict dialect openpyxl says that it has no sheets.
  const isTheirs = sheets !== undefined && Object.keys(sheets).length > 0;
  if (!isTheirs) return { outcome: refusal ? '两者都打不开' : 'openpyxl 打不开' };
  if (refusal) return { outcome: '只有我们打不开', detail: `${refusal.code} ${refusal.message}` };
  const differences = differencesOf(valuesOf(ours.grids), sheets);
  if (differences.length === 0) return { outcome: '完全一致' };
  const own = differences.filter(({ isPeculiar }) => !isPeculiar);
  const shownFirst = (own.length > 0 ? own : differences).slice(0, 3).map(({ text }) => text);
  return {
    outcome: own.length > 0 ? '不一致' : '不同之处都是 openpyxl 的特性',
    detail: `${differences.length} 处，如 ${shownFirst.join('；')}`,
  };
}

/** A sheet name and address to what is there. A formula without a result holds no value. */
function valuesOf(grids) {
  const values = new Map();
  for (const { rows } of grids)
    for (const { cells } of rows)
      for (const cell of cells) if (cell.fault !== 'FORMULA_NOT_CALCULATED') values.set(cell.at, cell);
  return values;
}

/** What differs, and whether openpyxl itself is known to differ there from what a spreadsheet program shows. */
function differencesOf(ours, sheets) {
  const differences = [];
  const theirs = new Map();
  for (const [sheet, cells] of Object.entries(sheets))
    for (const [address, value] of Object.entries(cells)) theirs.set(`${sheet}!${address}`, value);
  for (const [place, value] of theirs) {
    const cell = ours.get(place);
    if (!agree(cell, value))
      differences.push({ text: shown(place, cell, value), isPeculiar: isPeculiar(cell, value) });
  }
  for (const [place, cell] of ours)
    if (!theirs.has(place)) differences.push({ text: shown(place, cell, undefined), isPeculiar: false });
  return differences;
}

function agree(cell, { kind, text }) {
  if (!cell) return false;
  if (kind === 'number') return cell.number !== null && Number(cell.number) === Number(text);
  // A date is what it displays, which openpyxl does not say: enough that neither takes it for a number.
  if (kind === 'date') return cell.number === null;
  return cell.number === null && oneLineEnd(cell.text) === oneLineEnd(text);
}

/** Formats of one letter are dates; an empty cell with a link is empty; _x000D_ is an escaped line end. */
function isPeculiar(cell, { kind, text, peculiar }) {
  if (peculiar === 'date') return cell?.number === null;
  if (peculiar === 'link') return !cell;
  const unescaped = text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return kind === 'text' && cell?.number === null && oneLineEnd(cell.text) === oneLineEnd(unescaped);
}

function oneLineEnd(text) {
  return text.replace(/\r\n?/g, '\n');
}

function shown(place, cell, value) {
  const our = cell ? (cell.number ?? JSON.stringify(cell.text)) : '空';
  return `${place} 我们 ${our.slice(0, 60)}，openpyxl ${value ? JSON.stringify(value.text).slice(0, 60) : '空'}`;
}

/** openpyxl in a process of its own, started again when a file is too much for it. */
class Openpyxl {
  async values(path) {
    this.process ??= this.start();
    const process = this.process;
    return new Promise((resolve) => {
      const timer = setTimeout(() => process.child.kill(), patience);
      const settle = (answer) => {
        clearTimeout(timer);
        process.lines.removeListener('line', onLine);
        process.lines.removeListener('close', onClose);
        resolve(answer);
      };
      const onLine = (line) => settle(JSON.parse(line));
      const onClose = () => {
        this.process = undefined;
        settle({ error: '超时或崩溃' });
      };
      process.lines.on('line', onLine);
      process.lines.on('close', onClose);
      process.child.stdin.write(`${path}\n`);
    });
  }

  start() {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
    return { child, lines: createInterface({ input: child.stdout }) };
  }

  close() {
    this.process?.child.stdin.end();
  }
}
