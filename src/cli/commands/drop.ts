import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { DropEncoding } from '../../exports/drop/changeFiles.js';
import { signingAlgorithms, type SigningAlgorithm } from '../../exports/drop/signingKey.js';
import { positionOf } from '../../filing/feed/listChanges.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { dropChanges } from '../drop/dropChanges.js';
import { openSigningKey } from '../drop/openSigningKey.js';
import { acknowledgementFolder, readAcknowledgements } from '../drop/readAcknowledgements.js';
import { printLine } from '../printLine.js';
import { readSettings } from '../settings.js';
import { commandLineActor, withDatabase } from '../withDatabase.js';

interface DropOptions {
  readonly to: string;
  readonly after?: string;
  readonly under?: string;
  readonly encoding: DropEncoding;
  readonly key?: string;
  readonly algorithm: SigningAlgorithm;
}

export function dropCommand(): Command {
  return new Command('drop')
    .description('把变化写成文件夹，一次变化一个，供交换平台取走；读回对方的回执')
    .requiredOption('--to <文件夹>', '写到哪里；没有就新建')
    .option('--after <游标>', '从这个游标之后写起；不填时从上次写到的地方接着写')
    .option('--under <代码>', '只写这个机关和它之下的变化')
    .addOption(
      new Option('--encoding <编码>', 'XML、CSV 的文字编码；编码写不出的字会指出来，不写')
        .choices(['utf-8', 'gb18030'])
        .default('utf-8'),
    )
    .option('--key <文件>', '签名的私钥（PEM）；不填时用数据文件夹里的 signing-key.pem，没有就生成')
    .addOption(
      new Option('--algorithm <算法>', '生成私钥时用哪种算法').choices(signingAlgorithms).default('ed25519'),
    )
    .addHelpText('after', folders)
    .action(drop);
}

const folders = `
每个文件夹：manifest.json（编号、版本、上一版本、各文件的 SHA-256 和签名）、manifest.sig（manifest.json 的签名）、
report.json、report.xml、tables.csv、report.xlsx；机关的变化是 agency.json。写好之后才改成正式的名称。
签名针对文件的原样字节，Base64：Ed25519，或 SM2（SM3 摘要，用户标识 1234567812345678，DER）。
回执：对方在 ${acknowledgementFolder} 里放 JSON 文件 {"key": 文件夹名, "status": "ACCEPTED" 或 "REJECTED", "message": 说明}。
最后一行输出游标。退出码 0：都写出了；1：有写不出的，或有读不懂的回执。`;

async function drop({ to, after, under, encoding, key: keyFile, algorithm }: DropOptions): Promise<void> {
  const { folder } = readSettings();
  const target = resolve(to);
  if (after !== undefined) positionOf(after);
  const key = await openSigningKey(resolve(keyFile ?? join(folder, 'signing-key.pem')), algorithm);
  await mkdir(target, { recursive: true });
  await withDatabase(async ({ manager }) => {
    if (under !== undefined) await agencyInScope(manager, commandLineActor, under);
    const { read, left } = await readAcknowledgements(manager, target);
    for (const problem of left) console.error(`回执没有读入：${problem}。`);
    const request = { target, after: after ?? null, under: under ?? null, encoding, key };
    let [count, failed, last] = [0, 0, after];
    for await (const { key: name, cursor, refused } of dropChanges(manager, commandLineActor, request)) {
      last = cursor;
      if (refused === null) count += 1;
      else {
        failed += 1;
        console.error(`没有写出 ${name}：${refused}`);
      }
    }
    console.error(
      `读入回执 ${read} 个，写出 ${count} 次变化${failed > 0 ? `，${failed} 次没有写出` : ''}：${target}`,
    );
    if (last !== undefined) await printLine(last);
    if (failed > 0 || left.length > 0) process.exitCode = 1;
  });
}
