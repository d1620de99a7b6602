import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageFolder } from '../server/packageFolder.js';
import { speakChinese } from './speakChinese.js';

/** Every command, loaded when it is used. A new one is one file and one line here. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.js')).serveCommand(),
  migrate: async () => (await import('./commands/migrate.js')).migrateCommand(),
  check: async () => (await import('./commands/check.js')).checkCommand(),
  import: async () => (await import('./commands/import.js')).importCommand(),
  recheck: async () => (await import('./commands/recheck.js')).recheckCommand(),
  blank: async () => (await import('./commands/blank.js')).blankCommand(),
  export: async () => (await import('./commands/export.js')).exportCommand(),
  drop: async () => (await import('./commands/drop.js')).dropCommand(),
  publish: async () => (await import('./commands/publish.js')).publishCommand(),
  summary: async () => (await import('./commands/summary.js')).summaryCommand(),
  compare: async () => (await import('./commands/compare.js')).compareCommand(),
  overview: async () => (await import('./commands/overview.js')).overviewCommand(),
  token: async () => (await import('./commands/token.js')).tokenCommand(),
  people: async () => (await import('./commands/people.js')).peopleCommand(),
  agencies: async () => (await import('./commands/agencies.js')).agenciesCommand(),
  ledger: async () => (await import('./commands/ledger.js')).ledgerCommand(),
  audit: async () => (await import('./commands/audit.js')).auditCommand(),
  backup: async () => (await import('./commands/backup.js')).backupCommand(),
  restore: async () => (await import('./commands/restore.js')).restoreCommand(),
  move: async () => (await import('./commands/move.js')).moveCommand(),
  demo: async () => (await import('./commands/demo.js')).demoCommand(),
  schema: async () => (await import('./commands/schema.js')).schemaCommand(),
};

const hidden = new Set(['schema']);

/** The program with one command when its name is given, else, as for --help, with all. */
export async function createProgram(name?: string): Promise<Command> {
  const program = new Command('nianbao')
    .description('政府信息公开工作年度报告：读取机关填报的表格，核对勾稽关系，更正留痕，以 GraphQL 提供')
    .version(version(), '-V, --version', '显示版本');
  for (const wanted of wantedCommands(name)) {
    const command = await commands[wanted]?.();
    if (command) program.addCommand(command, { hidden: hidden.has(wanted) });
  }
  program.addHelpText('after', environment);
  return speakChinese(program);
}

/** Who only asks for the version waits for no command. */
function wantedCommands(name: string | undefined): string[] {
  if (name === '-V' || name === '--version') return [];
  return name !== undefined && Object.hasOwn(commands, name) ? [name] : Object.keys(commands);
}

const environment = `
环境变量：
  DATABASE_URL          PostgreSQL 的地址（postgres://…）。不设时用 ./data 中的内置数据库
  DATABASE_READ_URL     备库的地址，可以写几个主机；可以晚一点的查询读备库
  NIANBAO_READ_LAG      备库最多落后几秒还可以读，默认 5
  NIANBAO_DATA          内置数据库的目录，默认 ./data
  HOST、PORT            服务的地址和端口，默认 127.0.0.1、4000
  LOG_LEVEL             日志级别：debug、info、warn、error、silent，默认 info
  NIANBAO_READERS       同时读取几个文件；不设时服务为 2，命令按处理器数
  NIANBAO_RATE          每个地址、令牌、账号每分钟最多几次请求，默认 6000，0 为不限
  NIANBAO_POOL          PostgreSQL 的连接数，默认 10，其中三成留给只读的请求
  NIANBAO_LOCK_TIMEOUT、NIANBAO_STATEMENT_TIMEOUT
                        等锁、执行一条语句最多几秒，默认 10、60
  NIANBAO_PGBOUNCER     DATABASE_URL 指向事务模式的 PgBouncer 时设为 true
  NIANBAO_TRUST_PROXY   在反向代理之后设为代理的层数（例如 1）或地址（例如 127.0.0.1,10.0.0.0/8）
  NIANBAO_SEPARATE_DUTIES  设为 true 时三员分立：系统管理、安全管理、审计各由一人担任
  NIANBAO_WEBHOOK_TARGETS  可以通知的地址，逗号隔开；不设时谁也不通知
  NIANBAO_OIDC_ISSUER、NIANBAO_OIDC_CLIENT_ID、NIANBAO_OIDC_CLIENT_SECRET
                        统一身份（OpenID Connect）登录；NIANBAO_OIDC_CALLBACK 为登记的回调地址`;

function version(): string {
  const text: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return typeof text === 'object' && text !== null && 'version' in text ? String(text.version) : '';
}
