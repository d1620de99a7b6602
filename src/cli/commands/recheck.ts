import { Command } from 'commander';
import { countDue, recheckReports } from '../../filing/judging/recheckReports.js';
import { parseYear } from '../options.js';
import { Progress } from '../Progress.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

const afterwards = `
规则改动以后，此前核对过的报告应当重新核对；所汇总的报告、机关的情况改动以后也是。
只改核对结果，不改报告的数字和文字；核对结果有变化的报告各留痕一条。`;

export function recheckCommand(): Command {
  return new Command('recheck')
    .description('按现在的规则重新核对应当核对的报告')
    .option('--year <年度>', '只核对这个年度的', parseYear)
    .option('--agency <代码>', '只核对这个机关的')
    .addHelpText('after', afterwards)
    .action(({ year, agency }: { year?: number; agency?: string }) =>
      withDatabase(async (database) => {
        const filter = {
          years: year === undefined ? null : [year],
          agencies: agency === undefined ? null : [agency],
        };
        const due = await countDue(database.manager, commandLineActor, filter);
        const progress = new Progress(due, '重新核对');
        try {
          const { checked, changed } = await recheckReports(database, commandLineActor, {
            filter,
            onProgress: (now) => progress.to(now.checked),
          });
          progress.clear();
          console.log(
            checked === 0
              ? '没有应当重新核对的报告。'
              : `重新核对了 ${checked} 份报告，其中 ${changed} 份的核对结果有变化。`,
          );
        } finally {
          progress.stop();
        }
      }),
    );
}
