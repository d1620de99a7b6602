import { Argument, Command } from 'commander';
import { loadComparison } from '../../server/analyses/loadComparison.js';
import { parseYear } from '../options.js';
import { requireAnalysisEnding, saveAnalysis } from '../saveAnalysis.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function compareCommand(): Command {
  return new Command('compare')
    .description('把一个机关两个年度的比较存为文档，附图')
    .argument('<机关代码>', '机关代码')
    .addArgument(new Argument('<前一年度>', '报告年度').argParser(parseYear))
    .addArgument(new Argument('<后一年度>', '报告年度').argParser(parseYear))
    .argument('<文件>', '存为；以 .docx 或 .html 结尾')
    .action(saveComparison);
}

async function saveComparison(agency: string, before: number, now: number, path: string): Promise<void> {
  requireAnalysisEnding(path);
  await withDatabase(async ({ manager }) => {
    const document = await loadComparison(manager, commandLineActor, { agency, years: [before, now] });
    await saveAnalysis(path, document);
  });
}
