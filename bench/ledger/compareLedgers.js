import { deepStrictEqual } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCopy } from '../importing/compareImports.js';
import { startChild } from '../support/children.js';
import { agencies } from '../support/sampleReports.js';
import { median, medianRatio } from '../support/statistics.js';
import { ledgerText } from './ledgerText.js';

/** The form of these years has every outcome; the one before warms up. */
const year = 2024;
const warmUpLines = 5_000;

/** A ledger to committed cases beside merely parsing it, and 三 and 四 from stored cases beside SQL written by hand. */
export async function compareLedgers({ backends, sizes, rounds, folder, report }) {
  report.heading(
    '台账 Ledger',
    '用时 wall',
    '每万件 10,000',
    '÷ csv-parse',
    '内存 MiB',
    '计数 count',
    '手写 SQL',
    '÷ 手写',
  );
  const warmUp = write(folder, warmUpLines, year - 1);
  const perLine = new Map(backends.map(({ name }) => [name, []]));
  for (const lines of sizes) {
    const path = write(folder, lines, year);
    const parsing = [];
    const took = new Map(backends.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      parsing.push(await parseOnce(warmUp, path));
      for (const { name, template } of backends)
        took.get(name).push(await importOnce({ template, folder, warmUp, path, lines }));
    }
    report.row(`  csv-parse 只解析 merely parsing，${lines} 件`, ...timesOf(parsing, lines));
    for (const [name, runs] of took) {
      const ratio = medianRatio(wallsOf(runs), wallsOf(parsing));
      const counting = medianRatio(
        runs.map(({ count }) => count),
        runs.map(({ byHand }) => byHand),
      );
      report.row(
        `  nianbao → ${name}，${lines} 件`,
        ...timesOf(runs, lines),
        `${ratio.toFixed(1)} ×`,
        String(Math.round(median(runs.map(({ peak }) => peak)) / 1024 / 1024)),
        milliseconds(runs.map(({ count }) => count)),
        milliseconds(runs.map(({ byHand }) => byHand)),
        `${counting.toFixed(2)} ×`,
      );
      perLine.get(name).push(median(wallsOf(runs)) / lines);
      if (lines !== sizes.at(-1)) continue;
      report.aim(`台账 ledger ${lines} 件 → ${name} ≤ 5 × csv-parse`, ratio, 5);
      report.aim(`${name}：${lines} 件计数 counting ≤ 1.5 × 手写 SQL hand-written`, counting, 1.5);
      const [one, last] = [perLine.get(name)[0], perLine.get(name).at(-1)];
      report.aim(`${name}：每件用时 time a case，${lines} 件 ÷ ${sizes[0]} 件`, last / one, 1.2);
    }
  }
}

function write(folder, lines, ofYear) {
  const path = join(folder, `台账-${ofYear}-${lines}.csv`);
  writeFileSync(path, ledgerText(lines, ofYear));
  return path;
}

async function parseOnce(warmUp, path) {
  const child = startChild('importing/csvParse.js');
  try {
    await child.ask('run', { paths: [warmUp] });
    return await child.ask('run', { paths: [path] });
  } finally {
    await child.stop();
  }
}

function importOnce({ template, folder, warmUp, path, lines }) {
  return inCopy('ledger/product.js', template, folder, async (child) => {
    const [{ code: agency }] = agencies;
    await child.ask('run', { paths: [warmUp], agency, year: year - 1 });
    const run = await child.ask('run', { paths: [path], agency, year });
    deepStrictEqual(run.answer, { status: 'STORED', cases: lines });
    const peak = await child.ask('peak');
    await child.ask('settle');
    const counts = [];
    const byHand = [];
    // The first round warms up, and shows that both come to the same sums.
    for (let round = 0; round < 6; round += 1) {
      const [ours, theirs] = [await child.ask('count', { year }), await child.ask('handWritten', { year })];
      deepStrictEqual(ours.answer, theirs.answer);
      if (round === 0) continue;
      counts.push(ours.wall);
      byHand.push(theirs.wall);
    }
    return { ...run, peak, count: median(counts), byHand: median(byHand) };
  });
}

function wallsOf(runs) {
  return runs.map(({ wall }) => wall);
}

function timesOf(runs, lines) {
  const wall = median(wallsOf(runs));
  return [`${(wall / 1000).toFixed(2)} s`, `${Math.round((wall / lines) * 10_000)} ms`];
}

function milliseconds(times) {
  return `${median(times).toFixed(1)} ms`;
}
