import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { CopiedRow } from '../../database/copying/readTable.js';
import { migrations } from '../../database/migrations/index.js';
import { Failure } from '../Failure.js';
import { manifestFile, manifestSchema, uploadsFolder, type Manifest } from './manifest.js';
import { Sha256Sum } from '../../filing/sha256.js';

type Kept = Manifest['tables'][number];

/** The manifest of a backup that is whole and of this version: every file of it has been read and is as it was written. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const file = join(folder, manifestFile);
  if (!existsSync(file))
    throw new Failure(`${folder} 里没有 ${manifestFile}：不是完整的备份（备份可能中断过）。请用另一份。`);
  const manifest = parse(readFileSync(file, 'utf8'), file);
  const own = migrations.map(({ name }) => name);
  if (manifest.migrations.join() !== own.join())
    throw new Failure(
      `这份备份是另一个版本的 nianbao 做的（表的版本 ${manifest.migrations.at(-1)}，本程序 ${own.at(-1)}）。请用做备份的那个版本恢复，再升级。`,
    );
  for (const table of manifest.tables) {
    const { rows, sha256 } = await measure(folder, table);
    if (rows !== table.rows || sha256 !== table.sha256) throw broken(join(folder, table.file));
  }
  for (const name of manifest.uploads) {
    const path = join(folder, uploadsFolder, name);
    if ((await digestOf(path)) !== name) throw broken(path);
  }
  return manifest;
}

/** The rows of one table of a backup, with the bytes that belong to them. */
export async function* rowsOf(
  folder: string,
  table: Kept,
  uploads: readonly string[],
): AsyncGenerator<CopiedRow[]> {
  let rows: CopiedRow[] = [];
  let place = 0;
  for await (const line of linesOf(folder, table)) {
    const name = uploads[place];
    place += 1;
    rows.push({ line, bytes: name === undefined ? null : bytesOf(join(folder, uploadsFolder, name)) });
    if (rows.length === 500) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

/** An upload may be larger than what a small machine has to spare. */
function bytesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 4 * 1024 * 1024 });
}

/** null: it cannot be read. */
async function digestOf(path: string): Promise<string | null> {
  const hash = new Sha256Sum();
  try {
    for await (const piece of bytesOf(path)) hash.update(piece);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
  return hash.digest();
}

async function measure(folder: string, table: Kept): Promise<Pick<Kept, 'rows' | 'sha256'>> {
  const hash = new Sha256Sum();
  let rows = 0;
  try {
    for await (const line of linesOf(folder, table)) {
      hash.update(line).update('\n');
      rows += 1;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw broken(join(folder, table.file));
    throw error;
  }
  return { rows, sha256: hash.digest() };
}

async function* linesOf(folder: string, { file }: Kept): AsyncGenerator<string> {
  const packed = createReadStream(join(folder, file));
  const text = createGunzip();
  packed.on('error', (error) => text.destroy(error)).pipe(text);
  // Only a line feed ends a line: JSON holds the other separators as they are.
  let rest = '';
  for await (const chunk of text.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parse(text: string, file: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw broken(file);
  }
}

function broken(file: string): Failure {
  return new Failure(`备份损坏：${file} 与备份时的不同或读不出来。什么都没有写入；请用另一份备份。`);
}
