import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { sha256 } from '../../filing/sha256.js';
import { loadDocument } from '../../server/loadDocument.js';
import { reportFiles } from '../../server/reportFiles.js';
import { publicationIndex, type PublishedFile } from '../../exports/documents/publicationIndex.js';
import { reportFormats } from '../../words/reportFormats.js';
import { Failure } from '../Failure.js';
import { parseYear } from '../options.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

export function publishCommand(): Command {
  return new Command('publish')
    .description('把已发布的报告写成网站用的文件夹：各种格式和一个目录页')
    .argument('<机关代码>', '机关代码')
    .addArgument(new Argument('<年度>', '报告年度').argParser(parseYear))
    .argument('<文件夹>', '写到哪里；没有就新建')
    .action(publish);
}

async function publish(agency: string, year: number, folder: string): Promise<void> {
  await withDatabase(async ({ manager }) => {
    const loaded = await loadDocument(manager, commandLineActor, { agency, year });
    if (loaded.document.isDraft)
      throw new Failure(
        `${loaded.report.agencyName}${year} 年度的报告现在是草稿，没有可以写出的发布。请先发布。`,
      );
    await mkdir(folder, { recursive: true });
    const files: PublishedFile[] = [];
    for (const [ending, words] of Object.entries(reportFormats)) {
      const content = (await reportFiles[ending]?.write(loaded)) ?? '';
      const name = `${year}.${ending}`;
      await keep(join(folder, name), content);
      files.push({ name, words, sha256: sha256(content), bytes: Buffer.byteLength(content) });
    }
    await keep(join(folder, 'index.html'), publicationIndex(loaded.document, files));
    console.log(`已写到 ${folder}：${files.map(({ name }) => name).join('、')}、index.html。`);
  });
}

/** A website that serves the folder never sees half a file. */
async function keep(path: string, content: string | Buffer): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}
