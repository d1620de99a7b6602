import { Command } from 'commander';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import type { FileDocument } from '../../filing/judging/checkDocument.js';
import type { ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { takeThread } from '../../../importers/worker/readerThread.js';
import { isEmptyForm } from '../../cells.js';
import { exitCodeOf } from '../exitCodeOf.js';
import { expandFolders } from '../expandFolders.js';
import { optionHelp, parseLayout, parseYear } from '../options.js';
import { printLine } from '../printLine.js';
import { Progress } from '../Progress.js';
import { checkReaders } from '../readers.js';
import { readInOrder } from '../readInOrder.js';
import { jsonLine } from '../../text/jsonLine.js';

interface CheckCommandOptions {
  readonly year?: number;
  readonly agency?: string;
  readonly blanksAreZero: boolean;
  readonly layout: ImportOptions['layout'];
  readonly json: boolean;
}

const afterwards = `
退出码：0 没有错误；1 有错误（数字或读取）；2 有文件打不开
例：nianbao check 年报.xlsx
    nianbao check 年报/
    nianbao check --json *.xlsx > 结果.jsonl`;

/** `check` needs no database and no server. */
export function checkCommand(): Command {
  return new Command('check')
    .description('读取并核对文件，不保存；不需要数据库和服务')
    .argument('<文件或文件夹...>', '要核对的文件，或其中有年报文件的文件夹')
    .option('--year <年度>', optionHelp.year, parseYear)
    .option('--agency <名称>', '机关名称；不填时用标题中的机关')
    .option('--blanks-are-zero', optionHelp.blanksAreZero, false)
    .option('--layout <布局>', optionHelp.layout, parseLayout, 'report')
    .option('--json', optionHelp.json, false)
    .addHelpText('after', afterwards)
    .action(check);
}

async function check(given: string[], options: CheckCommandOptions): Promise<void> {
  const paths = await expandFolders(given);
  const { blanksAreZero, layout, json } = options;
  const pool = await poolFor(paths, layout);
  const today = new Date();
  const progress = new Progress(paths.length, '核对');
  const counts = { 0: 0, 1: 0, 2: 0 };
  let empty = 0;
  try {
    const files = readInOrder(pool, paths, {
      blanksAreZero,
      layout,
      year: options.year ?? null,
    });
    // The worker reads while the rules are loaded.
    const first = files.next();
    const [{ checkFile }, { describeFile }] = await Promise.all([
      import('../../filing/judging/checkDocument.js'),
      import('../describeFile.js'),
    ]);
    for (let file = await first; !file.done; file = await files.next()) {
      const { path, draft } = file.value;
      const document = checkFile(path, draft, {
        year: options.year,
        agency: options.agency,
        today,
      });
      const exitCode = exitCodeOf(document);
      if (exitCode === 0 && isEmpty(document)) empty += 1;
      else counts[exitCode] += 1;
      progress.clear();
      await printLine(json ? jsonLine(document) : `${describeFile(document)}\n`);
      progress.step();
    }
  } finally {
    progress.stop();
    await pool.close();
  }
  if (!json)
    await printLine(
      `共 ${paths.length} 个文件：${counts[0]} 个没有错误，${empty > 0 ? `${empty} 个是空表，` : ''}${counts[1]} 个有错误，${counts[2]} 个打不开。`,
    );
  process.exitCode = counts[2] > 0 ? 2 : counts[1] > 0 ? 1 : 0;
}

/** One file is read in a thread: nobody else waits for this process, and it is there sooner. */
async function poolFor({ length }: readonly string[], layout: ImportOptions['layout']): Promise<ReaderPool> {
  return createReaderPool({
    workers: (await readersAsked()) ?? checkReaders,
    ...(length === 1 && layout === 'report' && { host: takeThread }),
  });
}

/** How many files are read at once, where somebody has said so; the other settings say nothing of this command. */
async function readersAsked(): Promise<number | undefined> {
  return process.env.NIANBAO_READERS ? (await import('../settings.js')).readSettings().readers : undefined;
}

/** An empty form is no error, and no right report either. */
function isEmpty({ reports }: FileDocument): boolean {
  return reports.length > 0 && reports.every(({ cells }) => isEmptyForm(cells));
}
