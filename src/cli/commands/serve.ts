import { Command } from 'commander';
import { migrate } from '../../database/dataSource.js';
import { hasTokens } from '../../filing/tokens/listTokens.js';
import { hasAccounts } from '../../filing/people/accounts.js';
import { runService } from '../runService.js';
import { readSettings } from '../settings.js';
import { open } from '../withDatabase.js';

export function serveCommand(): Command {
  return new Command('serve')
    .description('启动服务：上传页面、GraphQL、查询界面')
    .option('--port <端口>', '端口，默认取环境变量 PORT，否则 4000')
    .option('--host <地址>', '地址，默认取环境变量 HOST，否则 127.0.0.1（只供本机访问）')
    .action(serve);
}

async function serve({ port, host }: { port?: string; host?: string }): Promise<void> {
  const settings = readSettings({
    ...process.env,
    ...(port !== undefined && { PORT: port }),
    ...(host !== undefined && { HOST: host }),
  });
  const database = await open();
  let nobody: boolean;
  try {
    await migrate(database);
    nobody = !(await hasTokens(database.manager)) && !(await hasAccounts(database.manager));
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const { address } = await runService(database, settings);
  console.error(`年报服务已启动：${address}（上传页面），${address}/playground（查询界面）`);
  if (nobody)
    console.error(
      '还没有账号，也没有令牌，谁也不能使用。请停止服务，用 nianbao people create 账号 --role 管理 开通第一个账号，再启动。',
    );
}
