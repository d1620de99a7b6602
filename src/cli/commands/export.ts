import { writeFile } from 'node:fs/promises';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { exportCsv } from '../../exports/data/exportCsv.js';
import { exportJson } from '../../exports/data/exportJson.js';
import { exportWorkbook } from '../../exports/printed/writeWorkbook.js';
import { loadExport } from '../../server/loadExport.js';
import { parseYear } from '../options.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

const writers = { xlsx: exportWorkbook, csv: exportCsv, json: exportJson };
type Kind = keyof typeof writers;

export function exportCommand(): Command {
  return new Command('export')
    .description('把一份报告存为文件')
    .argument('<机关代码>', '机关代码')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .option('--format <种类>', 'xlsx、csv 或 json', parseKind, 'xlsx')
    .option('-o, --output <文件>', '存为；- 为标准输出；不填时按机关和年度取名')
    .action(exportReport);
}

async function exportReport(
  agency: string,
  year: number,
  { format, output }: { format: Kind; output?: string },
): Promise<void> {
  await withDatabase(async ({ manager }) => {
    const report = await loadExport(manager, commandLineActor, agency, year);
    const content = await writers[format](report);
    if (output === '-') {
      process.stdout.write(content);
      return;
    }
    const path =
      output ??
      `${report.agencyName.replace(/[/\\:*?"<>|]/g, '_')}${year}年政府信息公开工作年度报告.${format}`;
    await writeFile(path, content);
    console.log(`已存为 ${path}。`);
  });
}

function parseKind(text: string): Kind {
  if (text === 'xlsx' || text === 'csv' || text === 'json') return text;
  throw new InvalidArgumentError('应为 xlsx、csv 或 json。');
}
