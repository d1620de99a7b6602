import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageFolder } from '../server/packageFolder.js';
import { agenciesCommand } from './commands/agencies.js';
import { auditCommand } from './commands/audit.js';
import { blankCommand } from './commands/blank.js';
import { checkCommand } from './commands/check.js';
import { demoCommand } from './commands/demo.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { migrateCommand } from './commands/migrate.js';
import { schemaCommand } from './commands/schema.js';
import { serveCommand } from './commands/serve.js';
import { tokenCommand } from './commands/token.js';
import { speakChinese } from './speakChinese.js';

/** Every command. A new one is one file and one line here. */
export function createProgram(): Command {
  const program = new Command('nianbao')
    .description('政府信息公开工作年度报告：读取机关填报的表格，核对勾稽关系，更正留痕，以 GraphQL 提供')
    .version(version(), '-V, --version', '显示版本');
  for (const command of [
    serveCommand(),
    migrateCommand(),
    checkCommand(),
    importCommand(),
    blankCommand(),
    exportCommand(),
    tokenCommand(),
    agenciesCommand(),
    auditCommand(),
    demoCommand(),
  ])
    program.addCommand(command);
  program.addCommand(schemaCommand(), { hidden: true });
  program.addHelpText('after', environment);
  return speakChinese(program);
}

const environment = `
环境变量：
  DATABASE_URL          PostgreSQL 的地址（postgres://…）。不设时用 ./data 中的内置数据库
  NIANBAO_DATA          内置数据库的目录，默认 ./data
  HOST、PORT            服务的地址和端口，默认 127.0.0.1、4000
  LOG_LEVEL             日志级别：debug、info、warn、error、silent，默认 info
  NIANBAO_READERS       同时读取几个文件，默认 2
  NIANBAO_RATE          每个地址每分钟最多几次请求，默认 6000，0 为不限
  NIANBAO_TRUST_PROXY   在反向代理之后设为 true`;

function version(): string {
  const text: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return typeof text === 'object' && text !== null && 'version' in text ? String(text.version) : '';
}
