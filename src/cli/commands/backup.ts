import { Command } from 'commander';
import { writeBackup } from '../backups/writeBackup.js';
import { withDatabase } from '../withDatabase.js';

const afterwards = `
备份是同一时刻的全部数据：报告、版本、上传件、留痕、账号、令牌。PostgreSQL 上不必停止服务；
内置数据库请先停止服务。文件只有本账号可读，含密码的散列值，请妥善保管。
恢复：nianbao restore 文件夹（到一个空的数据库里）。`;

export function backupCommand(): Command {
  return new Command('backup')
    .description('把全部数据备份到一个空文件夹')
    .argument('<文件夹>', '新的或空的文件夹')
    .addHelpText('after', afterwards)
    .action((folder: string) =>
      withDatabase(async (database) => {
        const { tables, uploads, heads } = await writeBackup(database, folder);
        const rows = tables.reduce((sum, each) => sum + each.rows, 0);
        console.log(
          `已备份到 ${folder}：${rows} 行，上传件 ${uploads.length} 个，留痕链 ${heads.length} 条。`,
        );
      }),
    );
}
