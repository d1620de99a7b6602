import { writeFile } from 'node:fs/promises';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { loadDocument } from '../../server/loadDocument.js';
import { reportEndings, reportFileName, reportFiles } from '../../server/reportFiles.js';
import { parseYear } from '../options.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function exportCommand(): Command {
  return new Command('export')
    .description('把一份报告存为文件')
    .argument('<机关代码>', '机关代码')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .option('--format <种类>', reportEndings.replaceAll('.', ''), parseEnding, 'xlsx')
    .option('-o, --output <文件>', '存为；- 为标准输出；不填时按机关和年度取名')
    .action(exportReport);
}

async function exportReport(
  agency: string,
  year: number,
  { format, output }: { format: string; output?: string },
): Promise<void> {
  await withDatabase(async ({ manager }) => {
    const loaded = await loadDocument(manager, commandLineActor, { agency, year });
    const content = (await reportFiles[format]?.write(loaded)) ?? '';
    if (output === '-') {
      process.stdout.write(content);
      return;
    }
    const path = output ?? reportFileName(loaded, format).replace(/[/\\:*?"<>|]/g, '_');
    await writeFile(path, content);
    console.log(`已存为 ${path}。`);
  });
}

function parseEnding(text: string): string {
  if (Object.keys(reportFiles).includes(text)) return text;
  throw new InvalidArgumentError(`应为 ${reportEndings.replaceAll('.', '')} 之一。`);
}
