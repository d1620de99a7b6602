import { Command } from 'commander';
import { openDatabase } from '../../database/dataSource.js';
import { countRows, readTable } from '../../database/copying/readTable.js';
import { tablesInOrder } from '../../database/copying/tablesInOrder.js';
import { migrate } from '../../database/migrate.js';
import { auditHeads, verifyAudit } from '../../filing/verifying/verifyAudit.js';
import { fillDatabase, requireEmpty } from '../backups/fillDatabase.js';
import { Failure } from '../Failure.js';
import { readSettings } from '../settings.js';

const afterwards = `
请先停止服务。内置数据库（NIANBAO_DATA 所指的）不改动；目标须是空的数据库。搬完逐条核验留痕，链头与原来的相同。
之后设 DATABASE_URL 为新地址，再启动服务。`;

export function moveCommand(): Command {
  return new Command('move')
    .description('把内置数据库的全部数据搬到 PostgreSQL')
    .requiredOption('--to <地址>', 'postgres://账号:密码@主机/库')
    .addHelpText('after', afterwards)
    .action(({ to }: { to: string }) => move(to));
}

async function move(to: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(to)) throw new Failure('--to 应以 postgres:// 开头。');
  const { database } = readSettings({ ...process.env, DATABASE_URL: '' });
  const { server } = readSettings({ ...process.env, DATABASE_URL: to }).database;
  const source = await openDatabase(database);
  try {
    await migrate(source);
    const [broken] = await verifyAudit(source.manager);
    if (broken)
      throw new Failure(
        `内置数据库的留痕不完好，没有搬：${broken.message}请先运行 nianbao audit verify 查明。`,
      );
    const target = await openDatabase({ url: to, server });
    try {
      await requireEmpty(target);
      await source.transaction(async (manager) => {
        const counts: number[] = [];
        for (const table of tablesInOrder(source)) counts.push(await countRows(manager, table));
        const rows = counts.reduce((sum, count) => sum + count, 0);
        const heads = await auditHeads(manager);
        await fillDatabase(target, {
          ...{ rows, heads, words: '正在搬移' },
          rowsOf: ({ name }) => readTable(manager, source.getMetadata(name)),
        });
        console.log(`已搬移 ${rows} 行；留痕链 ${heads.length} 条，链头与原来的相同，核验完好。`);
      });
      console.log('请设 DATABASE_URL 为新地址，再启动服务。内置数据库没有改动，可留作备份。');
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}
