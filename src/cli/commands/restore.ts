import { Command } from 'commander';
import { checkBackup, rowsOf } from '../backups/readBackup.js';
import { fillDatabase } from '../backups/fillDatabase.js';
import { open } from '../withDatabase.js';

const afterwards = `
先核对整份备份，有一个文件不对就什么都不写。只写进空的数据库（DATABASE_URL 或 NIANBAO_DATA 所指的），
写完逐条核验留痕。`;

export function restoreCommand(): Command {
  return new Command('restore')
    .description('把备份恢复到一个空的数据库')
    .argument('<文件夹>', 'nianbao backup 写的文件夹')
    .addHelpText('after', afterwards)
    .action(restore);
}

async function restore(folder: string): Promise<void> {
  const { tables, uploads, heads } = await checkBackup(folder);
  const database = await open();
  try {
    const rows = tables.reduce((sum, each) => sum + each.rows, 0);
    await fillDatabase(database, {
      ...{ rows, heads, words: '正在恢复' },
      rowsOf: ({ tableName }) => {
        const kept = tables.find(({ name }) => name === tableName);
        return kept ? rowsOf(folder, kept, tableName === 'upload' ? uploads : []) : noRows();
      },
    });
    console.log(
      `已恢复 ${rows} 行，上传件 ${uploads.length} 个；留痕链 ${heads.length} 条，与备份时一致，核验完好。`,
    );
  } finally {
    await database.destroy();
  }
}

async function* noRows(): AsyncGenerator<never> {
  // A table the backup has nothing of.
}
