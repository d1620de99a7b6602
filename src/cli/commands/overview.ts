import { Argument, Command } from 'commander';
import { groupingNames, parseGrouping } from '../../server/analyses/parseGrouping.js';
import { parseKeys } from '../../server/analyses/parseKeys.js';
import { loadOverview } from '../../server/analyses/loadOverview.js';
import { parseYear } from '../options.js';
import { requireAnalysisEnding, saveAnalysis } from '../saveAnalysis.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function overviewCommand(): Command {
  return new Command('overview')
    .description('把一个机关之下的年度分析存为文档，附图：各组逐年的数、占比、位次和增减')
    .argument('<机关代码>', '哪个机关之下')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .argument('<文件>', '存为；以 .docx 或 .html 结尾')
    .option('--from <年度>', '从哪个年度起；不填时只看这一年度', parseYear)
    .option('--by <分组>', `${groupingNames}：按级别、类型、省、市、县`, 'level')
    .option('--keys <格名>', '要分析的格，用逗号隔开；不填时为常用的各格')
    .action(saveOverview);
}

async function saveOverview(
  agency: string,
  year: number,
  path: string,
  { from, by, keys }: { from?: number; by: string; keys?: string },
): Promise<void> {
  requireAnalysisEnding(path);
  const grouping = parseGrouping(by);
  await withDatabase(async ({ manager }) => {
    const document = await loadOverview(manager, commandLineActor, {
      agency,
      fromYear: from ?? year,
      toYear: year,
      ...grouping,
      depth: null,
      keys: keys === undefined ? null : parseKeys(keys),
    });
    await saveAnalysis(path, document);
  });
}
