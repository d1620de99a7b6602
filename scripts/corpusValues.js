// Compares the values of workbooks with those of openpyxl (python3 with openpyxl, or the one PYTHON names).
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readGrids } from '../dist/importers/reading/readGrids.js';

const script = fileURLToPath(new URL('corpusValues.py', import.meta.url));
const python = process.env.PYTHON ?? 'python3';
/** openpyxl builds every cell of a file; some files are too much for it. */
const patience = 60_000;

/** Prints in how many files that both open all values agree, and every disagreement. */
export async function compareValues(folder, paths) {
  execFileSync(python, ['-c', 'import openpyxl']);
  const openpyxl = new Openpyxl();
  const counts = {
    一字不差: 0,
    按格式标准一致: 0,
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
  const byStandard = counts['一字不差'] + counts['按格式标准一致'];
  const both = byStandard + counts['不一致'];
  const share = (count, of) => `${count} / ${of}（${((100 * count) / Math.max(of, 1)).toFixed(1)} %）`;
  console.log('\n与 openpyxl 比较单元格的值（.xlsx、.xlsm）：');
  for (const [what, count] of Object.entries(counts)) console.log(`  ${what} ${count}`);
  console.log(`  两者都打开的：一字不差 ${share(counts['一字不差'], both)}，`);
  console.log(`  按格式标准一致 ${share(byStandard, both)}；`);
  console.log(`  把只有我们打不开的也算作不一致 ${share(byStandard, both + counts['只有我们打不开'])}`);
  for (const detail of details) console.log(`  ${detail}`);
}

function compared(ours, { sheets }) {
  const refusal = ours.problems.find(({ severity }) => severity === 'error');
  // Of a workbook in the strict dialect openpyxl says that it has no sheets.
  const isTheirs = sheets !== undefined && Object.keys(sheets).length > 0;
  if (!isTheirs) return { outcome: refusal ? '两者都打不开' : 'openpyxl 打不开' };
  if (refusal) return { outcome: '只有我们打不开', detail: `${refusal.code} ${refusal.message}` };
  const [cells, theirs] = [ourCells(ours.grids), theirCells(sheets)];
  const literally = differencesOf(cells, theirs, agreeLiterally);
  if (literally.length === 0) return { outcome: '一字不差' };
  const byStandard = differencesOf(cells, theirs, agreeByStandard);
  const [outcome, shown] = byStandard.length > 0 ? ['不一致', byStandard] : ['按格式标准一致', literally];
  return { outcome, detail: `${shown.length} 处，如 ${shown.slice(0, 3).join('；')}` };
}

/** A sheet name and address to what is there. A formula without a result holds no value. */
function ourCells(grids) {
  const values = new Map();
  for (const { rows } of grids)
    for (const { cells } of rows)
      for (const cell of cells) if (cell.fault !== 'FORMULA_NOT_CALCULATED') values.set(cell.at, cell);
  return values;
}

function theirCells(sheets) {
  return new Map(
    Object.entries(sheets).flatMap(([sheet, cells]) =>
      Object.entries(cells).map(([address, value]) => [`${sheet}!${address}`, value]),
    ),
  );
}

function differencesOf(ours, theirs, agree) {
  const places = new Set([...ours.keys(), ...theirs.keys()]);
  return [...places].flatMap((place) => {
    const [cell, value] = [ours.get(place), theirs.get(place)];
    return agree(cell, value) ? [] : [shown(place, cell, value)];
  });
}

/** What the two readers answer, as it is. */
function agreeLiterally(cell, value) {
  if (!cell || !value) return false;
  // A date is what it displays, which openpyxl does not say: enough that neither takes it for a number.
  if (value.kind === 'date') return cell.number === null;
  if (value.kind === 'number') return cell.number !== null && Number(cell.number) === Number(value.text);
  return cell.number === null && oneLineEnd(cell.text) === oneLineEnd(value.text);
}

/** openpyxl tells times to the millisecond. */
const millisecond = 1 / 86_400_000;

/** What the file holds by the standard of its format: ECMA-376. */
function agreeByStandard(cell, value) {
  const standard = value?.standard === undefined ? value : value.standard;
  if (!cell || !standard) return !cell && !standard;
  // A date is a number of days, whatever its number format shows of it.
  const number = cell.number ?? cell.serial ?? null;
  if (standard.kind === 'date') return number !== null && Math.abs(number - standard.text) <= millisecond;
  if (standard.kind === 'number') return number !== null && Number(number) === Number(standard.text);
  return number === null && oneLineEnd(cell.text) === oneLineEnd(standard.text);
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
