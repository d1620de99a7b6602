import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { createReaderPool } from '../../../importers/worker/readerPool.js';
import type { FileOutcome } from '../../filing/importing/importOutcome.js';
import type { ErrorPolicy, ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { describeOutcome } from '../describeOutcome.js';
import { exitCodeOf } from '../exitCodeOf.js';
import { expandFolders } from '../expandFolders.js';
import { Failure } from '../Failure.js';
import { optionHelp, parseErrorPolicy, parseLayout, parseYear } from '../options.js';
import { importCollections } from '../importing/importCollections.js';
import { printLine } from '../printLine.js';
import { Progress } from '../Progress.js';
import { readInOrder, type ReadFile } from '../readInOrder.js';
import { importReaders } from '../readers.js';
import { readSettings } from '../settings.js';
import { SeenReports } from '../importing/seenReports.js';
import { storeFiles } from '../importing/storeFiles.js';
import { withDatabase } from '../withDatabase.js';
import { jsonLine } from '../../text/jsonLine.js';

interface ImportCommandOptions {
  readonly dryRun: boolean;
  readonly year?: number;
  readonly agency?: string;
  readonly layout: ImportOptions['layout'];
  readonly blanksAreZero: boolean;
  readonly errorPolicy: ErrorPolicy;
  readonly overwriteCorrections: boolean;
  readonly json: boolean;
}

/** Files stored in one transaction, while the workers read on. */
const batchFiles = 50;

/** All or nothing is one transaction, so it has an end. */
const allOrNothingFiles = 200;

const afterwards = `
退出码：0 全部导入或没有改动；1 有文件被拒绝；2 有文件打不开
例：nianbao import --dry-run 年报/
    nianbao import 年报/ --year 2024`;

export function importCommand(): Command {
  return new Command('import')
    .description('把文件导入数据库；一个文件有问题不影响其他文件')
    .argument('<文件或文件夹...>', '要导入的文件，或其中有年报文件的文件夹')
    .option('--dry-run', '只试读，不保存', false)
    .option('--year <年度>', optionHelp.year, parseYear)
    .option('--agency <机关>', optionHelp.agency)
    .option('--layout <布局>', optionHelp.layout, parseLayout, 'report')
    .option('--blanks-are-zero', optionHelp.blanksAreZero, false)
    .option(
      '--error-policy <办法>',
      'REJECT_ALL：有一份被拒绝就都不存；REJECT_REPORT：只拒绝有错误的；ACCEPT_VALID_CELLS：读不出的格留空，其余存下',
      parseErrorPolicy,
      'REJECT_REPORT',
    )
    .option('--overwrite-corrections', '允许覆盖已更正的数', false)
    .option('--json', optionHelp.json, false)
    .addHelpText('after', afterwards)
    .action(importFiles);
}

async function importFiles(given: string[], options: ImportCommandOptions): Promise<void> {
  const paths = await expandFolders(given);
  if (options.errorPolicy === 'REJECT_ALL' && paths.length > allOrNothingFiles)
    throw new Failure(
      `REJECT_ALL 一次最多 ${allOrNothingFiles} 个文件，现在是 ${paths.length} 个。请分几次导入。`,
    );
  const worst = await withDatabase((database) => importPaths(database, paths, options));
  process.exitCode = worst;
}

async function importPaths(
  database: DataSource,
  paths: readonly string[],
  { json, year, agency, ...rest }: ImportCommandOptions,
): Promise<number> {
  const options: ImportOptions = { ...rest, year: year ?? null, agency: agency ?? null };
  const pool = createReaderPool({ workers: readSettings().readers ?? importReaders });
  if (options.layout === 'collection')
    try {
      const outcome = await importCollections(database, pool, { paths, options, json });
      const worst = Math.max(...outcome.files.map(importExitCode));
      return outcome.status === 'DONE' ? worst : Math.max(1, worst);
    } finally {
      await pool.close();
    }
  const progress = new Progress(paths.length, '导入');
  const seen = new SeenReports();
  const counts = new Map<string, number>();
  let worst = 0;

  async function store(batch: readonly ReadFile[]): Promise<void> {
    for (const outcome of await storeFiles(database, batch, options, seen)) {
      counts.set(outcome.status, (counts.get(outcome.status) ?? 0) + 1);
      worst = Math.max(worst, importExitCode(outcome));
      progress.clear();
      await printLine(json ? jsonLine(outcome) : `${describeOutcome(outcome)}\n`);
      progress.step();
    }
  }

  try {
    const size = options.errorPolicy === 'REJECT_ALL' ? allOrNothingFiles : batchFiles;
    let batch: ReadFile[] = [];
    for await (const file of readInOrder(pool, paths, options)) {
      batch.push(file);
      if (batch.length < size) continue;
      await store(batch);
      batch = [];
    }
    if (batch.length > 0) await store(batch);
  } finally {
    progress.stop();
    await pool.close();
  }
  const count = (status: string) => counts.get(status) ?? 0;
  if (!json)
    await printLine(
      options.dryRun
        ? `试读 ${paths.length} 个文件：${count('REJECTED')} 个会被拒绝。没有保存任何内容。`
        : `共 ${paths.length} 个文件：存入 ${count('STORED')} 个，没有改动 ${count('UNCHANGED')} 个，拒绝 ${count('REJECTED')} 个。`,
    );
  return worst;
}

/** A stored report may have findings: that is what drafts are for. */
function importExitCode(outcome: FileOutcome): number {
  if (outcome.status !== 'REJECTED') return 0;
  // The reports of a large collection are not kept in its outcome.
  return 'reportCount' in outcome && outcome.reportCount !== 0 ? 1 : Math.max(1, exitCodeOf(outcome));
}
