import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsOf, formatValue } from '../../dist/src/cells.js';
import { startChild } from '../support/children.js';
import { inCopy } from './compareImports.js';
import { median, medianRatio } from '../support/statistics.js';
import { agencies, sampleReport } from '../support/sampleReports.js';

export const lastYear = 2030;

/** Measures one CSV with a row a report, to committed rows, against merely parsing it. */
export async function compareTables({ backends, reports, rounds, folder, report }) {
  const path = join(folder, '一览表.csv');
  writeFileSync(path, wideTable(reports));
  const parsing = [];
  const took = new Map(backends.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const child = startChild('importing/csvParse.js');
    try {
      parsing.push(await child.ask('run', { paths: [path] }));
    } finally {
      await child.stop();
    }
    for (const { name, template } of backends)
      took.get(name).push(
        await inCopy('importing/product.js', template, folder, async (product) => {
          const run = await product.ask('run', { paths: [path], layout: 'collection' });
          const counts = await product.ask('counts');
          if (counts.reports !== reports || run.answer.STORED !== reports)
            throw new Error(`not everything was stored: ${JSON.stringify({ ...counts, ...run.answer })}`);
          return { ...run, peak: await product.ask('peak') };
        }),
      );
  }
  const wallOf = (runs) => runs.map(({ wall }) => wall);
  const perSecond = (runs) => `${Math.round(reports / (median(wallOf(runs)) / 1000))}/s`;
  report.line(`1 个 ${reports} 份报告的 CSV one CSV with ${reports} reports`);
  report.row('  csv-parse 只解析 merely parsing', seconds(parsing), perSecond(parsing));
  for (const [name, runs] of took) {
    const ratio = medianRatio(wallOf(runs), wallOf(parsing));
    const peak = median(runs.map((run) => run.peak)) / 1024 / 1024;
    report.row(
      `  nianbao → ${name}`,
      seconds(runs),
      perSecond(runs),
      `${ratio.toFixed(1)} ×`,
      `${Math.round(peak)} MiB`,
    );
    report.aim(`CSV → ${name}：导入用时 import time ≤ 5 × csv-parse`, ratio, 5);
    // The embedded database lives in the same process, and is most of it.
    if (name !== 'PGlite') report.aim(`CSV → ${name}：最高内存 peak memory, MiB`, peak, 300);
  }
}

function seconds(runs) {
  return `${(median(runs.map(({ wall }) => wall)) / 1000).toFixed(2)} s`;
}

export function wideTable(reports) {
  const { form } = sampleReport(0, lastYear);
  const rows = [['代码', '机关名称', '年度', ...cellsOf(form).map(({ key }) => key)]];
  for (let index = 0; index < reports; index += 1) {
    const { code, name } = agencies[index % agencies.length];
    const { values } = sampleReport(index, lastYear);
    const year = lastYear - Math.floor(index / agencies.length);
    rows.push([
      code,
      name,
      year,
      ...cellsOf(form).map(({ column, position }) => formatValue(column, values[position])),
    ]);
  }
  return rows.map((row) => row.join(',')).join('\r\n');
}
