import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionWorkbook, reportWorkbooks } from '../support/workbooks.js';
import { agencies } from '../support/sampleReports.js';
import { wideTable } from '../importing/compareTables.js';
import { root } from './otherCommit.js';

/** What each part stores: files of this commit, stored by both. */
const files = {
  async import(folder, count) {
    const workbooks = await reportWorkbooks(count, 2024);
    const paths = workbooks.map((bytes, index) => written(folder, `${agencies[index].name}.xlsx`, bytes));
    return [
      { words: '单份工作簿 workbooks', layout: 'report', paths },
      {
        words: '多表工作簿 one workbook of many sheets',
        layout: 'collection',
        paths: [written(folder, '汇编.xlsx', collectionWorkbook(workbooks))],
      },
    ];
  },
  // More than there are agencies: a year follows an earlier one, whose reports are judged again.
  tables: (folder, count) => [
    {
      words: 'CSV',
      layout: 'collection',
      paths: [written(folder, '一览表.csv', wideTable(count + agencies.length))],
    },
  ],
};

/**
 * Has both commits store the same files and says for every column that both have whether the rows are equal but for
 * ids and moments. Only what differs is listed.
 */
export async function compareRows(part, theirs) {
  if (!files[part]) return;
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-rows-'));
  try {
    for (const { words, layout, paths } of await files[part](folder, 100)) {
      const [ours, others] = [
        stored(root, 'bench', layout, paths),
        stored(theirs, 'bench-here', layout, paths),
      ];
      const shared = Object.keys(ours).filter((column) => others[column]);
      const unlike = shared.filter((column) => ours[column].digest !== others[column].digest);
      const rows = ours['report_version.values']?.rows ?? 0;
      console.log(
        `  行 rows（${words}，${rows} 份 reports）：${shared.length} 列 columns，相同 equal ${shared.length - unlike.length}${unlike.length > 0 ? `，不同 different ${unlike.join('、')}` : ''}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stored(folder, bench, layout, paths) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`${bench}/against/storeRows.js`, layout, ...paths],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`${folder}: ${stderr}`);
  return JSON.parse(stdout);
}

function written(folder, name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
