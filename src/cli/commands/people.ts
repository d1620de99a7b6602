import { inTransaction } from '../../database/inTransaction.js';
import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Role } from '../../../entities/access/Role.js';
import { slipsPage } from '../../exports/data/slipsPage.js';
import { everyItem } from '../../filing/lists/everyItem.js';
import { closeAccount, reopenAccount, resetPassword } from '../../filing/people/changeAccount.js';
import { createAccount, type CreatedPerson } from '../../filing/people/createAccount.js';
import { bindIdentity } from '../../filing/people/identities.js';
import { importPeople } from '../../filing/people/importPeople.js';
import { listPeople, type PersonRecord } from '../../filing/people/listPeople.js';
import { peopleColumns } from '../../filing/people/peopleTable.js';
import { readPeople } from '../../filing/people/readPeople.js';
import { roles } from '../../rights/roles.js';
import { timeInChina } from '../../season/chinaDay.js';
import { Failure } from '../Failure.js';
import { parseRole, rolesHelp } from '../parseRole.js';
import { printLine } from '../printLine.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

const columns = Object.values(peopleColumns)
  .map(([heading]) => heading)
  .join('、');

export function peopleCommand(): Command {
  const command = new Command('people').description('开通、列出、停用账号，重置密码');
  command
    .command('create')
    .description('开通一个账号；首次密码只显示这一次，登录后须先修改')
    .argument('<账号>', '登录用的账号：字母、数字、汉字或 . _ - @')
    .addOption(new Option('--role <角色>', '能办什么，见下').argParser(parseRole).makeOptionMandatory())
    .option('--agency <代码>', '为哪个机关办理（机关代码）；不填时为全部机关，填报人员必填')
    .option('--display-name <姓名>', '姓名；不填时与账号相同')
    .option('--telephone <电话>', '电话')
    .addHelpText('after', rolesHelp)
    .action(create);
  command
    .command('import')
    .description('按名单开通账号：全部开通，或一个也不开通；已开通的不变')
    .argument('<文件>', `CSV 或工作簿，第一行是列名：${columns}；一人几个任职写几行`)
    .option('--slips <文件>', '把首次密码写成可以打印、裁开的网页（.html），不显示在屏幕上')
    .action(importList);
  command
    .command('list')
    .description('列出账号：账号、姓名、任职、状态')
    .action(() =>
      withDatabase(async ({ manager }) => {
        const all = everyItem((page) => listPeople(manager, commandLineActor, page));
        for await (const person of all) await printLine(describe(person));
      }),
    );
  command
    .command('reset')
    .description('重置密码，解除锁定；新的首次密码只显示这一次')
    .argument('<账号>')
    .action((name: string) =>
      withDatabase(async (database) =>
        tell(await inTransaction(database, (manager) => resetPassword(manager, commandLineActor, name))),
      ),
    );
  command
    .command('close')
    .description('停用账号（人员离开）；留痕仍在')
    .argument('<账号>')
    .option('--reason <理由>', '理由，例如 调离', '由管理员停用')
    .action((name: string, { reason }: { reason: string }) =>
      withDatabase(async (database) => {
        await inTransaction(database, (manager) => closeAccount(manager, commandLineActor, { name, reason }));
        console.log(`已停用账号“${name}”。`);
      }),
    );
  command
    .command('reopen')
    .description('恢复停用的账号；首次密码只显示这一次')
    .argument('<账号>')
    .action((name: string) =>
      withDatabase(async (database) =>
        tell(await inTransaction(database, (manager) => reopenAccount(manager, commandLineActor, name))),
      ),
    );
  command
    .command('bind')
    .description('把统一身份（OIDC）绑定到账号')
    .argument('<账号>')
    .requiredOption('--issuer <签发者>', '统一身份的签发者')
    .requiredOption('--subject <标识>', '统一身份在签发者那里的标识')
    .action((name: string, identity: { issuer: string; subject: string }) =>
      withDatabase(async (database) => {
        await inTransaction(database, (manager) =>
          bindIdentity(manager, commandLineActor, { name, given: identity }),
        );
        console.log(`已把统一身份绑定到账号“${name}”。`);
      }),
    );
  return command;
}

interface CreateOptions {
  readonly role: Role;
  readonly agency?: string;
  readonly displayName?: string;
  readonly telephone?: string;
}

function create(name: string, { role, agency, displayName, telephone }: CreateOptions): Promise<void> {
  return withDatabase(async (database) => {
    const person = {
      ...{ name, displayName: displayName ?? name, telephone: telephone ?? null },
      offices: [{ role, agency: agency ?? null }],
    };
    tell(await inTransaction(database, (manager) => createAccount(manager, commandLineActor, person)));
  });
}

/** The password alone on standard output, for scripts. */
function tell({ account, password }: CreatedPerson): void {
  console.error(`账号“${account.name}”的首次密码，以后不再显示，登录后须先修改：`);
  console.log(password);
}

async function importList(path: string, { slips }: { slips?: string }): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(`读不出 ${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  const lines = await readPeople(bytes, path);
  await withDatabase(async (database) => {
    const { created, known } = await importPeople(database, commandLineActor, lines);
    const left = known.length > 0 ? `，${known.length} 个早已开通，没有改动` : '';
    console.error(`开通了 ${created.length} 个账号${left}。`);
    if (created.length === 0) return;
    if (slips === undefined) {
      console.error('账号、姓名、首次密码（以后不再显示）：');
      for (const { account, password } of created)
        await printLine([account.name, account.displayName, password].join('\t'));
      return;
    }
    const page = slipsPage(created.map(({ account, password }) => ({ ...account, password })));
    // Nobody else on this machine reads the passwords of others.
    await writeFile(slips, page, { mode: 0o600 });
    console.error(`首次密码已写入 ${slips}。请打印、裁开、分发，然后删除这个文件。`);
  });
}

function describe({
  name,
  displayName,
  offices,
  closedAt,
  lastSignIn,
  passwordChangeRequired,
}: PersonRecord) {
  const held = offices.map(({ role, code, agencyName }) =>
    code === null ? `${roles[role].label}（全部机关）` : `${roles[role].label}（${agencyName} ${code}）`,
  );
  const state = closedAt
    ? `已于 ${timeInChina(closedAt)} 停用`
    : passwordChangeRequired
      ? '还没有改首次密码'
      : lastSignIn
        ? `最近登录 ${timeInChina(lastSignIn)}`
        : '还没有登录过';
  return [name, displayName, held.join('；'), state].join('\t');
}
