import { inTransaction } from '../../database/inTransaction.js';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Role } from '../../../entities/access/Role.js';
import { endOfChinaDay, timeInChina } from '../../season/chinaDay.js';
import { everyItem } from '../../filing/lists/everyItem.js';
import { listTokens, type TokenRecord } from '../../filing/tokens/listTokens.js';
import { createToken, revokeToken } from '../../filing/tokens/tokens.js';
import { roles } from '../../rights/roles.js';
import { parseRole, rolesHelp } from '../parseRole.js';
import { printLine } from '../printLine.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

interface CreateOptions {
  readonly role: Role;
  readonly scope?: string;
  readonly expires?: Date;
}

export function tokenCommand(): Command {
  const command = new Command('token').description('发放、列出、撤销令牌');
  command
    .command('create')
    .description('发放一个令牌；令牌只显示这一次')
    .argument('<名称>', '使用人或系统的名称，会记入留痕')
    .addOption(new Option('--role <角色>', '能办什么，见下').argParser(parseRole).default(Role.ADMINISTRATOR))
    .option('--scope <代码>', '只管这个机关及其下级（机关代码）；不填时管全部，填报的必填')
    .option('--expires <日期>', '有效期到哪一天（含），例如 2026-03-31；不填时到撤销为止', parseDay)
    .addHelpText('after', rolesHelp)
    .action(create);
  command
    .command('list')
    .description('列出令牌（不含令牌本身）')
    .action(() =>
      withDatabase(async ({ manager }) => {
        let count = 0;
        for await (const record of everyItem((page) => listTokens(manager, commandLineActor, page))) {
          count += 1;
          await printLine(describe(record, new Date()));
        }
        if (count === 0) console.log('还没有令牌。用 nianbao token create 名称 发放。');
      }),
    );
  command
    .command('revoke')
    .description('撤销一个令牌，立即生效')
    .argument('<名称>', '令牌的名称')
    .action((name: string) =>
      withDatabase(async (database) => {
        const record = await inTransaction(database, (manager) =>
          revokeToken(manager, commandLineActor, name),
        );
        console.log(`已撤销令牌“${record.name}”。`);
      }),
    );
  return command;
}

function create(name: string, { role, scope, expires }: CreateOptions): Promise<void> {
  return withDatabase(async (database) => {
    const request = { name, role, scope: scope ?? null, expiresAt: expires ?? null };
    const { token, record } = await inTransaction(database, (manager) =>
      createToken(manager, commandLineActor, request),
    );
    // The token alone on standard output, for scripts.
    console.error(`已发放令牌“${record.name}”：${rights(record)}。请妥善保存，以后不再显示：`);
    console.log(token);
  });
}

function describe(record: TokenRecord, at: Date): string {
  const { name, createdAt, revokedAt, expiresAt } = record;
  const state = revokedAt
    ? `已于 ${timeInChina(revokedAt)} 撤销`
    : expiresAt && expiresAt <= at
      ? '已过期'
      : '有效';
  return `${name}\t${timeInChina(createdAt)} 发放\t${state}\t${rights(record)}`;
}

/** 角色 填报，范围 某局（A1）及其下级，到 … 为止 */
function rights({ role, scope, expiresAt }: TokenRecord): string {
  const reach = scope ? `${scope.name}（${scope.code}）及其下级` : '全部机关';
  // The last second in which it opens anything: people name the last day.
  const end = expiresAt ? `到 ${timeInChina(new Date(expiresAt.getTime() - 1_000))} 为止` : '到撤销为止';
  return `角色 ${roles[role].label}，范围 ${reach}，${end}`;
}

function parseDay(text: string): Date {
  const end = endOfChinaDay(text);
  if (end) return end;
  throw new InvalidArgumentError('应为日期，例如 2026-03-31。');
}
