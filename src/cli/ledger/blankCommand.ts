import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { blankLedger } from '../../exports/ledger/blankLedger.js';
import { optionHelp, parseYear } from '../options.js';
import { printLine } from '../printLine.js';
import { ledgerForm } from './ledgerForm.js';

/** Needs no database. */
export function blankCommand(): Command {
  return new Command('blank')
    .description('生成空白台账：各列有选项和日期检查，填好就能数；不需要数据库')
    .requiredOption('--year <年度>', optionHelp.year, parseYear)
    .option('--agency <名称>', '机关名称，写在标题里')
    .option('-o, --output <文件>', '存为；不填时按年度取名')
    .action(write);
}

async function write(options: { year: number; agency?: string; output?: string }): Promise<void> {
  const { year, agency, output = `${year}年依申请公开台账（空白）.xlsx` } = options;
  await writeFile(output, await blankLedger(ledgerForm({ year }), { year, agencyName: agency }));
  await printLine(`已生成 ${output}。`);
}
