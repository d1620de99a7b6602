import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { writeSummaryCsv } from '../../exports/summary/writeSummaryCsv.js';
import { writeSummaryWorkbook } from '../../exports/summary/writeSummaryWorkbook.js';
import { loadSummary } from '../../server/loadSummary.js';
import { Failure } from '../Failure.js';
import { parseYear } from '../options.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function summaryCommand(): Command {
  return new Command('summary')
    .description('把汇总表存为文件：一行一个机关，一列一格，末行合计')
    .argument('<机关代码>', '汇总到哪个机关')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .argument('<文件>', '存为；以 .xlsx 或 .csv 结尾')
    .option('--depth <级数>', '向下几级；all 为一直到各填报单位', parseDepth, 1)
    .action(saveSummary);
}

async function saveSummary(
  agency: string,
  year: number,
  path: string,
  { depth }: { depth: number | 'all' },
): Promise<void> {
  const [extension] = /\.(?:xlsx|csv)$/i.exec(path) ?? [];
  if (extension === undefined) throw new Failure('文件名应以 .xlsx 或 .csv 结尾。');
  await withDatabase(async ({ manager }) => {
    const summary = await loadSummary(manager, commandLineActor, {
      agency,
      year,
      depth: depth === 'all' ? null : depth,
    });
    const write = extension.toLowerCase() === '.csv' ? writeSummaryCsv : writeSummaryWorkbook;
    await pipeline(write(summary), createWriteStream(path));
    console.log(`${summary.title}\n已存为 ${path}。`);
  });
}

function parseDepth(text: string): number | 'all' {
  if (text === 'all') return text;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为向下的级数，或 all。');
}
