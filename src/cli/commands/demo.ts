import { inTransaction } from '../../database/inTransaction.js';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import { createReaderPool } from '../../../importers/worker/readerPool.js';
import { migrate } from '../../database/dataSource.js';
import { everyItem } from '../../filing/lists/everyItem.js';
import { listTokens } from '../../filing/tokens/listTokens.js';
import { createToken, revokeToken } from '../../filing/tokens/tokens.js';
import { packageFolder } from '../../server/packageFolder.js';
import type { ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { timeInChina } from '../../season/chinaDay.js';
import { readAgencyFile } from '../readAgencyFile.js';
import { readInOrder } from '../readInOrder.js';
import { registerAgencies } from '../registerAgencies.js';
import { runService } from '../runService.js';
import { readSettings } from '../settings.js';
import { sampleAccounts } from '../sampleAccounts.js';
import { SeenReports } from '../importing/seenReports.js';
import { storeFiles } from '../importing/storeFiles.js';
import { commandLineActor, open } from '../withDatabase.js';

const folder = join(packageFolder, 'examples');
/** Those whose reports are here, and a small reporting tree that has filed nothing yet. */
const agencyLists = ['agencies.csv', 'reporting-tree.csv'];

const options: ImportOptions = {
  dryRun: false,
  year: null,
  agency: null,
  layout: 'report',
  blanksAreZero: false,
  errorPolicy: 'REJECT_REPORT',
  overwriteCorrections: false,
};

export function demoCommand(): Command {
  return new Command('demo')
    .description(
      '用 ./data 中的内置数据库启动服务，登记示例机关，导入 examples 中的报告，并发放令牌、开通三个示例账号；可以反复运行',
    )
    .action(demo);
}

async function demo(): Promise<void> {
  const settings = readSettings({ LOG_LEVEL: 'warn', ...process.env });
  const database = await open();
  let token: string;
  let counts: string;
  let accounts: string[];
  try {
    await migrate(database);
    counts = await loadExamples(database);
    token = await freshToken(database);
    accounts = existsSync(folder) ? await sampleAccounts(database) : [];
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const { address } = await runService(database, settings);
  console.log(welcome(address, token, counts, accounts));
}

async function loadExamples(database: DataSource): Promise<string> {
  if (!existsSync(folder)) return '没有找到示例。';
  for (const list of agencyLists) await registerAgencies(database, await readAgencyFile(join(folder, list)));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'));
  const pool = createReaderPool();
  let stored = 0;
  const refused: string[] = [];
  try {
    const seen = new SeenReports();
    const paths = names.sort().map((name) => join(folder, name));
    for await (const file of readInOrder(pool, paths, options)) {
      const [outcome] = await storeFiles(database, [file], options, seen);
      if (outcome?.status === 'REJECTED') refused.push(outcome.file);
      else stored += 1;
    }
  } finally {
    await pool.close();
  }
  const left = refused.length > 0 ? `没有读入：${refused.join('、')}。` : '';
  return `已有 ${stored} 份示例报告。${left}`;
}

const namePrefix = '演示 ';

/** A token is shown once and only its hash is kept, so each start makes a new one and ends the old. */
async function freshToken(database: DataSource): Promise<string> {
  return inTransaction(database, async (manager) => {
    for await (const { name, revokedAt } of everyItem((page) => listTokens(manager, commandLineActor, page)))
      if (revokedAt === null && name.startsWith(namePrefix))
        await revokeToken(manager, commandLineActor, name);
    const { token } = await createToken(manager, commandLineActor, {
      name: namePrefix + timeInChina(new Date()),
      role: Role.ADMINISTRATOR,
      scope: null,
      expiresAt: null,
    });
    return token;
  });
}

function welcome(address: string, token: string, counts: string, accounts: readonly string[]): string {
  return `
年报服务已启动。${counts}

  地址：${address}
  令牌：${token}
  账号：${accounts.join('\n        ')}
        首次密码只在开通时显示，登录后须先修改；忘记了，停止服务后用 npx nianbao people reset 账号 重置

可以试试：
  1. 打开 ${address}/ ，用 tianbao 登录，从“待办”开始填报；或在“上传”页上传 examples/rules 中的一个“错误”文件，看哪里不对
  2. 打开 ${address}/playground ，填写令牌，运行“报告”窗口中的查询
  3. curl -H "Authorization: Bearer ${token}" -F file=@examples/rules/R-BALANCE-错误.xlsx -F dryRun=true ${address}/imports

按 Ctrl+C 停止。`;
}
