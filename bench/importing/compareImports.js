import { startChild } from '../support/children.js';
import { copyTemplate, dropCopy } from '../support/databases.js';
import { medianRatio, median } from '../support/statistics.js';

const layouts = [
  { layout: 'report', words: (count) => `${count} 个单份工作簿 one-report workbooks` },
  { layout: 'collection', words: (count) => `1 个 ${count} 表工作簿 one ${count}-sheet workbook` },
];

/**
 * Measures imports against merely reading and against a row a cell, each in a fresh process each round
 * that has done the same work on other files before: a service runs all January.
 */
export async function compareImports({ backends, files, reports, warmUps, sample, rounds, folder, report }) {
  for (const { layout, words } of layouts) {
    const paths = files[layout];
    const warmUp = files[`${layout}WarmUp`];
    const took = new Map([
      ['sheetjs', []],
      ...backends.flatMap(({ name }) => [
        [name, []],
        [`rows ${name}`, []],
      ]),
    ]);
    for (let round = 0; round < rounds; round += 1) {
      took.get('sheetjs').push(await once('importing/sheetjs.js', { paths: warmUp }, { paths }));
      for (const { name, template } of backends) {
        took
          .get(name)
          .push(await importOnce({ template, folder, paths, warmUp, layout, reports: reports + warmUps }));
        if (round > 0) continue;
        const peer = await inCopy('importing/rowPerCell.js', template, folder, (child) =>
          warmThenRun(child, files[layout === 'report' ? 'reportSamples' : 'collectionSamples']),
        );
        took.get(`rows ${name}`).push(peer);
      }
    }
    const reading = took.get('sheetjs');
    report.line(words(reports));
    report.row('  SheetJS 只读 merely reading', seconds(reading, 'wall'), seconds(reading, 'cpu'));
    for (const { name } of backends) {
      const ours = took.get(name);
      const wall = medianRatio(
        ours.map((it) => it.wall),
        reading.map((it) => it.wall),
      );
      const cpu = medianRatio(
        ours.map((it) => it.cpu),
        reading.map((it) => it.cpu),
      );
      report.row(`  nianbao → ${name}`, seconds(ours, 'wall'), seconds(ours, 'cpu'), times(wall), times(cpu));
      report.aim(`${layout} → ${name}：导入用时 import time ≤ 0.7 × 只读 merely reading`, wall, 0.7);
      const [peer] = took.get(`rows ${name}`);
      const scale = reports / sample;
      const scaled = { wall: peer.wall * scale, cpu: peer.cpu * scale };
      report.row(
        `  exceljs + TypeORM save() → ${name}（${sample} 份 × ${scale}）`,
        seconds([scaled], 'wall'),
        seconds([scaled], 'cpu'),
        times(scaled.wall / median(reading.map((it) => it.wall))),
        times(scaled.cpu / median(reading.map((it) => it.cpu))),
      );
    }
  }
}

async function importOnce({ template, folder, paths, warmUp, layout, reports }) {
  return inCopy('importing/product.js', template, folder, async (child) => {
    const before = await child.ask('run', { paths: warmUp, layout });
    const took = await child.ask('run', { paths, layout });
    const counts = await child.ask('counts');
    const { reports: stored, versions, entries, uploads, findings } = counts;
    const imported = before.answer.STORED + took.answer.STORED;
    const isWhole = [stored, versions, entries, imported].every((count) => count === reports);
    if (!isWhole || uploads !== paths.length + warmUp.length || findings === 0)
      throw new Error(`not everything was stored: ${JSON.stringify({ ...counts, ...took.answer })}`);
    return took;
  });
}

/** A sample is too short to be scaled up unless the code was warmed up by another one before. */
async function warmThenRun(child, [warmUp, paths]) {
  await child.ask('run', { paths: warmUp });
  return child.ask('run', { paths });
}

async function once(script, warmUp, argument) {
  const child = startChild(script);
  try {
    await child.ask('run', warmUp);
    return await child.ask('run', argument);
  } finally {
    await child.stop();
  }
}

/** Work of a fresh process on a fresh copy of the template. */
export async function inCopy(script, template, folder, work, options) {
  const copy = await copyTemplate(template, folder);
  const child = startChild(script, options);
  try {
    await child.ask('open', copy);
    return await work(child);
  } finally {
    await child.stop();
    await dropCopy(copy);
  }
}

function seconds(rounds, kind) {
  return `${(median(rounds.map((round) => round[kind])) / 1000).toFixed(2)} s`;
}

function times(ratio) {
  return `${ratio.toFixed(2)} ×`;
}
