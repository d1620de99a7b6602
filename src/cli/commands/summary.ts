import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { writeSummaryCsv } from '../../exports/summary/writeSummaryCsv.js';
import { writeSummaryWorkbook } from '../../exports/summary/writeSummaryWorkbook.js';
import { loadSummary } from '../../server/loadSummary.js';
import { analysisFiles } from '../../server/analyses/analysisFiles.js';
import { loadRollUp } from '../../server/analyses/loadRollUp.js';
import { Failure } from '../Failure.js';
import { parseYear } from '../options.js';
import { saveAnalysis } from '../saveAnalysis.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function summaryCommand(): Command {
  return new Command('summary')
    .description(
      '把汇总存为文件：.xlsx、.csv 为汇总表（一行一个机关，一列一格，末行合计），.docx、.html 为供阅读的文档，附图',
    )
    .argument('<机关代码>', '汇总到哪个机关')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .argument('<文件>', '存为；以 .xlsx、.csv、.docx 或 .html 结尾')
    .option('--depth <级数>', '向下几级；all 为一直到各填报单位', parseDepth, 1)
    .action(saveSummary);
}

async function saveSummary(
  agency: string,
  year: number,
  path: string,
  { depth }: { depth: number | 'all' },
): Promise<void> {
  const [, extension] = /\.(xlsx|csv|docx|html)$/i.exec(path.toLowerCase()) ?? [];
  if (extension === undefined)
    throw new Failure('文件名应以 .xlsx 或 .csv 结尾（汇总表），或以 .docx、.html 结尾（供阅读的文档）。');
  const asked = { agency, year, depth: depth === 'all' ? null : depth };
  await withDatabase(async ({ manager }) => {
    if (analysisFiles[extension]) {
      await saveAnalysis(path, await loadRollUp(manager, commandLineActor, asked));
      return;
    }
    const summary = await loadSummary(manager, commandLineActor, asked);
    const write = extension === 'csv' ? writeSummaryCsv : writeSummaryWorkbook;
    await pipeline(write(summary), createWriteStream(path));
    console.log(`${summary.title}\n已存为 ${path}。`);
  });
}

function parseDepth(text: string): number | 'all' {
  if (text === 'all') return text;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('应为向下的级数，或 all。');
}
