import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import type { AuditAlgorithm } from '../../../entities/audit/AuditEntry.js';
import { inTransaction } from '../../database/inTransaction.js';
import { csvTable } from '../../exports/data/csvTable.js';
import { auditFilterOf, type AuditQueryTexts } from '../../filing/audit/auditQuery.js';
import { chooseAlgorithm } from '../../filing/audit/auditAlgorithm.js';
import { auditTable } from '../../filing/audit/auditTable.js';
import { loadAgency } from '../../filing/agencies/listAgencies.js';
import { auditHeads, verifyAudit } from '../../filing/verifying/verifyAudit.js';
import { clocksRanBack } from '../../filing/verifying/clocksRanBack.js';
import { Failure } from '../Failure.js';
import { print } from '../printLine.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

const afterwards = `
把输出的链头抄存在别处，以后用 --head 核对，可以发现被截去的末尾。
退出码：0 留痕完好；1 有改动`;

export function auditCommand(): Command {
  const command = new Command('audit').description('核验留痕');
  command
    .command('verify')
    .description('逐条核验留痕有没有被修改、删除、调换，并输出各链的链头')
    .option('--head <链头>', '以前抄存的链头（链:条数:哈希）；可以写几次', collect, [])
    .option('--heads <文件>', '以前用 audit head --to 存在别处的链头文件')
    .option('--agency <代码>', '只核验这个机关的')
    .addHelpText('after', afterwards)
    .action(verify);
  command
    .command('head')
    .description('输出各链的链头，供抄存在别处')
    .option('--to <文件夹>', '存进这个文件夹（别的机器或移动介质），文件名带时间，不覆盖以前的')
    .action(({ to }: { to?: string }) =>
      withDatabase(async ({ manager }) => {
        const heads = await auditHeads(manager);
        if (to === undefined) for (const line of heads) console.log(line);
        else console.log(`链头 ${heads.length} 条，已存为 ${keepHeads(to, heads)}`);
      }),
    );
  command
    .command('algorithm')
    .description('以后的留痕用哪种杂凑算法（SHA-256 或商用密码 SM3）；以前的不变，链接着延续')
    .addArgument(new Argument('<算法>', 'SHA-256 或 SM3').choices(algorithms))
    .action((algorithm: AuditAlgorithm) =>
      withDatabase(async (database) => {
        await inTransaction(database, (manager) => chooseAlgorithm(manager, algorithm));
        console.log(`以后的留痕用 ${algorithm}。`);
      }),
    );
  command
    .command('export')
    .description('输出留痕（CSV），最近的在前')
    .option('--agency <代码>', '只要这个机关的')
    .option('--year <年度>', '只要这个报告年度的')
    .option('--actor <名称>', '只要这个操作人的（令牌的名称）')
    .option('--action <操作>', '只要这些操作，以逗号分隔，例如 CELL_CORRECTED,REFUSED')
    .option('--key <格>', '只要改动过这一格的')
    .option('--from <日期>', '从哪一天起（含）')
    .option('--to <日期>', '到哪一天为止（含）')
    .action((texts: AuditQueryTexts) =>
      withDatabase(async ({ manager }) => {
        const rows = auditTable(manager, commandLineActor, auditFilterOf(texts));
        for await (const line of csvTable(rows)) await print(line);
      }),
    );
  return command;
}

const algorithms: readonly AuditAlgorithm[] = ['SHA-256', 'SM3'];

interface ToVerify {
  readonly head: readonly string[];
  readonly heads?: string;
  readonly agency?: string;
}

function verify({ head, heads: file, agency }: ToVerify): Promise<void> {
  const kept = file === undefined ? [] : readHeads(file);
  return withDatabase(async ({ manager }) => {
    const found = agency === undefined ? undefined : await loadAgency(manager, agency);
    if (found === null) throw new Failure(`没有代码为“${agency}”的机关。`);
    const chain = found?.id;
    const breaks = await verifyAudit(manager, { chain, heads: [...head, ...kept] });
    for (const { kind, message } of breaks) console.log(`${kind}：${message}`);
    for (const line of await clocksRanBack(manager, chain)) console.log(`时钟倒退：${line}`);
    for (const line of await auditHeads(manager, chain)) console.log(line);
    if (breaks.length === 0) console.log('留痕完好。');
    else process.exitCode = 1;
  });
}

/** A file of its own each time: what was kept before is never written over. */
function keepHeads(folder: string, heads: readonly string[]): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `链头-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.txt`);
  writeFileSync(file, `${heads.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
  return file;
}

function readHeads(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (error) {
    throw new Failure(`读不了 ${file}：${error instanceof Error ? error.message : String(error)}`);
  }
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
