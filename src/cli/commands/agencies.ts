import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { agencyCsv, agencyWorkbook } from '../../exports/data/agencyFiles.js';
import { agencyTable } from '../../filing/agencies/agencyTable.js';
import { listTree } from '../../filing/agencies/listTree.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { Failure } from '../Failure.js';
import { printLine } from '../printLine.js';
import { readAgencyFile } from '../readAgencyFile.js';
import { registerAgencies } from '../registerAgencies.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

const columns = agencyTable.map(({ headings }) => headings[0]).join('、');

export function agenciesCommand(): Command {
  const command = new Command('agencies').description('登记、列出、导出机关和上下级关系');
  command
    .command('import')
    .description('登记文件中的机关；已登记的不变，加 --update 时按文件更新')
    .argument('<文件>', `CSV 或 .xlsx，第一行写列名：${columns}；“代码”“名称”必有，几个别名用；隔开`)
    .option('--update', '已登记的机关按文件更新')
    .action(async (path: string, { update = false }: { update?: boolean }) => {
      const agencies = await readAgencyFile(path);
      await withDatabase(async (database) => {
        const { registered, changed, known, warnings } = await registerAgencies(database, agencies, {
          update,
        });
        const words = update ? `更新了 ${changed} 个，` : '';
        console.log(`登记了 ${registered} 个机关，${words}${known} 个早已登记。`);
        for (const { message } of warnings) console.log(message);
      });
    });
  command
    .command('list')
    .description('列出机关：代码、名称、别名、上级代码')
    .action(() =>
      withDatabase(async (database) => {
        for await (const { code, name, aliases, parent } of listTree(database.manager, commandLineActor))
          await printLine([code, name, aliases.join('；'), ...(parent === null ? [] : [parent])].join('\t'));
      }),
    );
  command
    .command('export')
    .description('把机关和上下级关系写成 .csv 或 .xlsx，可以改好再导入')
    .argument('<文件>', '以 .csv 或 .xlsx 结尾')
    .option('--under <代码>', '只写这个机关和它之下的')
    .action((path: string, { under }: { under?: string }) =>
      withDatabase((database) => exportTree(database, path, under)),
    );
  return command;
}

async function exportTree(database: DataSource, path: string, under: string | undefined): Promise<void> {
  const root = under === undefined ? null : await agencyInScope(database.manager, commandLineActor, under);
  const lines = listTree(database.manager, commandLineActor, root?.path ?? null);
  if (/\.xlsx$/i.test(path)) await writeFile(path, await agencyWorkbook(lines));
  else if (/\.csv$/i.test(path)) await pipeline(Readable.from(agencyCsv(lines)), createWriteStream(path));
  else throw new Failure('文件名应以 .csv 或 .xlsx 结尾。');
  console.log(`已写入 ${path}。`);
}
