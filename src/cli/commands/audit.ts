import { Command } from 'commander';
import { csvTable } from '../../exports/data/csvTable.js';
import { auditFilterOf, type AuditQueryTexts } from '../../filing/audit/auditQuery.js';
import { auditTable } from '../../filing/audit/auditTable.js';
import { loadAgency } from '../../filing/agencies/listAgencies.js';
import { auditHeads, verifyAudit } from '../../filing/verifying/verifyAudit.js';
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
    .option('--agency <代码>', '只核验这个机关的')
    .addHelpText('after', afterwards)
    .action(({ head, agency }: { head: string[]; agency?: string }) =>
      withDatabase(async ({ manager }) => {
        const found = agency === undefined ? undefined : await loadAgency(manager, agency);
        if (found === null) throw new Failure(`没有代码为“${agency}”的机关。`);
        const chain = found?.id;
        const breaks = await verifyAudit(manager, { chain });
        for (const each of head) {
          const known = new Set(breaks.map(({ message }) => message));
          breaks.push(
            ...(await verifyAudit(manager, { head: each })).filter(({ message }) => !known.has(message)),
          );
        }
        for (const { kind, message } of breaks) console.log(`${kind}：${message}`);
        for (const line of await auditHeads(manager, chain)) console.log(line);
        if (breaks.length === 0) console.log('留痕完好。');
        else process.exitCode = 1;
      }),
    );
  command
    .command('head')
    .description('输出各链的链头，供抄存在别处')
    .action(() =>
      withDatabase(async ({ manager }) => {
        for (const line of await auditHeads(manager)) console.log(line);
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

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
