import { Command } from 'commander';
import { listAgencies } from '../../filing/listAgencies.js';
import { printLine } from '../printLine.js';
import { readAgencies } from '../readAgencies.js';
import { registerAgencies } from '../registerAgencies.js';
import { withDatabase } from '../withDatabase.js';

export function agenciesCommand(): Command {
  const command = new Command('agencies').description('登记、列出机关');
  command
    .command('import')
    .description('登记文件中的机关；已登记的不变')
    .argument('<文件>', 'CSV 或 .xlsx，第一行有“代码”“名称”两列，可以有“别名”一列（几个别名用；隔开）')
    .action(async (path: string) => {
      const agencies = await readAgencies(path);
      await withDatabase(async (database) => {
        const { registered, known } = await registerAgencies(database, agencies);
        console.log(`登记了 ${registered} 个机关，${known} 个早已登记。`);
      });
    });
  command
    .command('list')
    .description('列出机关：代码、名称、别名')
    .action(() =>
      withDatabase(async (database) => {
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listAgencies>> = await listAgencies(database.manager, {
            first: 500,
            after,
          });
          for (const { item } of page.items)
            await printLine([item.code, item.name, item.aliases.join('；')].join('\t'));
          after = page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null;
        } while (after !== null);
      }),
    );
  return command;
}
