import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCopy } from '../importing/compareImports.js';
import { startChild } from '../support/children.js';
import { copyTemplate } from '../support/databases.js';
import { slope } from '../support/statistics.js';
import { forYear } from '../support/workbooks.js';

const firstYear = 2021;
/** Years that are over; after them the same are filed anew. */
const years = 5;
const mebibyte = 1024 * 1024;

/**
 * One process that goes on importing, as a service does: every agency files a report for year after year, and
 * then each of them anew.
 * Flat is: after the first quarter, neither resident memory nor heap grows by more than a tenth.
 */
export async function measureMemory({ backends, workbooks, year, passes, folder, report }) {
  for (const { name, template } of backends) {
    const total = passes * workbooks.length;
    report.heading(`三、内存 Memory，${name}，导入 ${total} 份 imports`, 'RSS', 'heap');
    const samples = await inCopy(
      'importing/product.js',
      template,
      folder,
      (child) => importPasses(child, { workbooks, year, passes, folder, report }),
      { execArgv: ['--expose-gc'] },
    );
    const settled = samples.slice(Math.ceil(passes / 4));
    for (const [kind, words] of [
      ['rss', 'RSS'],
      ['heapUsed', 'heap'],
    ]) {
      const points = settled.map((sample) => ({ x: sample.imports, y: sample[kind] }));
      const mean = points.reduce((sum, { y }) => sum + y, 0) / points.length;
      const perImport = slope(points);
      const growth = (perImport * (points.at(-1).x - points[0].x)) / mean;
      report.line(`  ${words}：每千份 per 1,000 imports ${((perImport * 1000) / mebibyte).toFixed(2)} MiB`);
      report.aim(`${name}：${words} 预热后的增长 growth after warm-up, %`, growth * 100, 10);
    }
  }
}

/** What a process takes that opens an embedded database which is there already. */
export async function measureReopened({ template, folder, report }) {
  const copy = await copyTemplate(template, folder);
  let rss;
  for (const place of [copy, { folder: copy.folder }]) {
    const child = startChild('memory/reopened.js', { execArgv: ['--expose-gc'] });
    await child.ask('open', place);
    rss = (await child.ask('memory')) / mebibyte;
    await child.stop();
  }
  report.heading('三、内存 Memory，内置数据库再次打开 embedded database reopened', 'RSS');
  report.row('  PGlite', `${rss.toFixed(0)} MiB`);
  report.aim('内置数据库再次打开后的内存 embedded database reopened, MiB', rss, 180);
}

async function importPasses(child, { workbooks, year, passes, folder, report }) {
  const samples = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const passFolder = join(folder, `pass${pass}`);
    mkdirSync(passFolder);
    const paths = workbooks.map((workbook, index) => {
      const path = join(passFolder, `${index}.xlsx`);
      const filedBefore = Math.floor(pass / years);
      writeFileSync(path, forYear(workbook, year, firstYear + (pass % years), filedBefore));
      return path;
    });
    const { answer } = await child.ask('run', { paths, layout: 'report' });
    if (answer.STORED !== paths.length)
      throw new Error(`not everything was stored: ${JSON.stringify(answer)}`);
    rmSync(passFolder, { recursive: true });
    const imports = (pass + 1) * workbooks.length;
    const sample = { imports, ...(await child.ask('memory')) };
    samples.push(sample);
    const inMebibytes = (bytes) => `${(bytes / mebibyte).toFixed(0)} MiB`;
    if (pass % Math.ceil(passes / 10) === 0 || pass === passes - 1)
      report.row(`  ${imports}`, inMebibytes(sample.rss), inMebibytes(sample.heapUsed));
  }
  return samples;
}
