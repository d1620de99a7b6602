import { Command } from 'commander';
import { ledgerHeapMegabytes } from '../../../importers/files/limits.js';
import { createReaderPool } from '../../../importers/worker/readerPool.js';
import { judgeLedger, type LedgerDocument } from '../../filing/ledger/ledgerDocument.js';
import { calendarYears, regionsWithHolidays } from '../../ledger/calendars/calendarYears.js';
import { workingDays } from '../../ledger/workingDays.js';
import { isError } from '../../problems/problem.js';
import { dayInChina } from '../../season/chinaDay.js';
import { withMarks } from './withMarks.js';
import { describeLedger } from './describeLedger.js';
import { ledgerForm } from './ledgerForm.js';
import { readWordsFile } from './readWordsFile.js';
import { Failure } from '../Failure.js';
import { optionHelp, parseYear } from '../options.js';
import { printLine } from '../printLine.js';
import { Progress } from '../Progress.js';
import { checkReaders } from '../readers.js';
import { readInOrder } from '../readInOrder.js';
import { readSettings } from '../settings.js';
import { jsonLine } from '../../text/jsonLine.js';

interface LedgerCheckOptions {
  readonly year: number;
  readonly form?: string;
  readonly words?: string;
  readonly region?: string;
  readonly marked?: string;
  readonly json: boolean;
}

const afterwards = `
退出码：0 没有错误；1 有错误；2 有文件打不开
例：nianbao ledger check 台账.xlsx --year 2024
    nianbao ledger check 台账.xlsx --year 2024 --words 用词.json --json`;

/** `check` needs no database and no server. */
export function checkCommand(): Command {
  return new Command('check')
    .description('读取台账，数出表三、表四，不保存；不需要数据库和服务')
    .argument('<文件...>', '台账文件')
    .requiredOption('--year <年度>', optionHelp.year, parseYear)
    .option('--form <格式>', '统一格式：2019 或 2021；不填时按年度')
    .option('--words <文件>', '确认过的列和用词（JSON）')
    .option('--region <地区>', `另有本地假日的地区：${regionsWithHolidays.join('、')}`)
    .option('--marked <文件夹>', '把有问题的地方标在原文件的副本上，写到这个文件夹（.xlsx、CSV）')
    .option('--json', optionHelp.json, false)
    .addHelpText('after', afterwards)
    .action(check);
}

async function check(paths: string[], options: LedgerCheckOptions): Promise<void> {
  const { year, json } = options;
  const form = ledgerForm(options);
  if (options.region !== undefined && !regionsWithHolidays.includes(options.region))
    throw new Failure(`没有“${options.region}”的假日安排，只有${regionsWithHolidays.join('、')}。`);
  const words = await readWordsFile(options.words, form);
  const judged = {
    year,
    form,
    calendar: workingDays(calendarYears(options.region ?? null)),
    today: dayInChina(new Date()),
  };
  const pool = createReaderPool({
    workers: readSettings().readers ?? checkReaders,
    heapMegabytes: ledgerHeapMegabytes,
  });
  const progress = new Progress(paths.length, '核对');
  let worst = 0;
  try {
    const reading = {
      blanksAreZero: false,
      layout: 'ledger' as const,
      ledger: { year, form: form.id, words },
    };
    for await (const { path, bytes, draft } of readInOrder(pool, paths, reading)) {
      const { document: read } = judgeLedger(path, draft, judged);
      const document = await withMarks(options.marked, { path, bytes, draft }, read);
      worst = Math.max(worst, draft.ledger ? exitCodeOf(document) : 2);
      progress.clear();
      await printLine(json ? jsonLine(document) : `${describeLedger(document)}\n`);
      progress.step();
    }
  } finally {
    progress.stop();
    await pool.close();
  }
  process.exitCode = worst;
}

/** 0: everything is counted. 1: something is not, or contradicts itself. */
function exitCodeOf({ problems }: LedgerDocument): 0 | 1 {
  return problems.some(isError) ? 1 : 0;
}
