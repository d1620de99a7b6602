import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { distribute, type NotDistributable } from '../../database/distribution/distribute.js';
import { Failure } from '../Failure.js';
import { Progress } from '../Progress.js';
import { readSettings } from '../settings.js';
import { withDatabase } from '../withDatabase.js';

const afterwards = `
--distribute 只在数据超出一台 PostgreSQL 时需要：DATABASE_URL 指向 Citus 的协调节点，各工作节点已由管理员加入。
报告、版本、台账、留痕按机关分布到各节点，机关名录等各节点都有一份，其余留在协调节点。请先停止服务、做好备份；
中途失败的什么都不改，可以重来；重复运行无妨。`;

const reasons: Readonly<Record<NotDistributable, string>> = {
  NO_EXTENSION:
    '这个数据库没有 Citus 扩展，不能分布。请由数据库管理员在协调节点和各工作节点上安装 Citus，在这个库中执行 CREATE EXTENSION citus，再运行一次。',
  NO_MACHINES:
    'Citus 还没有工作节点，不能分布。请由数据库管理员在协调节点的这个库中执行 SELECT citus_add_node(地址, 端口) 加入工作节点，再运行一次。',
};

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('建立或更新数据库的表；重复运行无妨')
    .option('--distribute', '建表之后，把各表按机关分布到 Citus 的各节点')
    .addHelpText('after', afterwards)
    .action(({ distribute: isAsked = false }: { distribute?: boolean }) => {
      if (isAsked && readSettings().database.url === undefined)
        throw new Failure(
          '内置数据库只在一台机器上，不能分布。请先用 nianbao move --to 把数据搬到 PostgreSQL，再设 DATABASE_URL。',
        );
      return withDatabase(async (database) => {
        console.log('数据库的表已是最新。');
        if (isAsked) await spread(database);
      });
    });
}

async function spread(database: DataSource): Promise<void> {
  let progress: Progress | undefined;
  try {
    const reason = await distribute(database, (done, all) => {
      progress ??= new Progress(all, '正在分布');
      progress.to(done);
    });
    if (reason) throw new Failure(reasons[reason]);
  } finally {
    progress?.stop();
  }
  console.log('各表已按机关分布到 Citus 的各节点。');
}
