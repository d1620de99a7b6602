import { Command } from 'commander';
import { withDatabase } from '../withDatabase.js';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('建立或更新数据库的表；重复运行无妨')
    .action(() => withDatabase(async () => console.log('数据库的表已是最新。')));
}
