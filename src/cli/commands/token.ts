import { Command } from 'commander';
import { createToken, listTokens, revokeToken } from '../../filing/tokens.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function tokenCommand(): Command {
  const command = new Command('token').description('发放、列出、撤销令牌');
  command
    .command('create')
    .description('发放一个令牌；令牌只显示这一次')
    .argument('<名称>', '使用人或系统的名称，会记入留痕')
    .action((name: string) =>
      withDatabase(async (database) => {
        const { token, record } = await database.transaction((manager) =>
          createToken(manager, commandLineActor, name),
        );
        // The token alone on standard output, for scripts.
        console.error(`已发放令牌“${record.name}”。请妥善保存，以后不再显示：`);
        console.log(token);
      }),
    );
  command
    .command('list')
    .description('列出令牌（不含令牌本身）')
    .action(() =>
      withDatabase(async (database) => {
        const tokens = await listTokens(database.manager);
        if (tokens.length === 0) console.log('还没有令牌。用 nianbao token create 名称 发放。');
        for (const { name, createdAt, revokedAt } of tokens) {
          const state = revokedAt ? `已于 ${revokedAt.toISOString()} 撤销` : '有效';
          console.log(`${name}\t${createdAt.toISOString()} 发放\t${state}`);
        }
      }),
    );
  command
    .command('revoke')
    .description('撤销一个令牌，立即生效')
    .argument('<名称>', '令牌的名称')
    .action((name: string) =>
      withDatabase(async (database) => {
        const record = await database.transaction((manager) => revokeToken(manager, commandLineActor, name));
        console.log(`已撤销令牌“${record.name}”。`);
      }),
    );
  return command;
}
