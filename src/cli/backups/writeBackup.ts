import { createWriteStream, mkdirSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import { countRows, readTable } from '../../database/copying/readTable.js';
import { tablesInOrder } from '../../database/copying/tablesInOrder.js';
import { migrations } from '../../database/migrations/index.js';
import { patiently } from '../../database/patiently.js';
import { auditHeads } from '../../filing/verifying/verifyAudit.js';
import { Failure } from '../Failure.js';
import { Progress } from '../Progress.js';
import { manifestFile, uploadsFolder, type Manifest } from './manifest.js';
import { sha256, Sha256Sum } from '../../filing/sha256.js';

/** Writes everything that is kept, as it is at one moment, into a folder that holds nothing yet. */
export async function writeBackup(database: DataSource, folder: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Failure(`文件夹 ${folder} 不是空的。请另选一个，例如带上日期。`);
  mkdirSync(join(folder, uploadsFolder), { recursive: true, mode: 0o700 });
  return patiently(database, (patient) =>
    patient.transaction('REPEATABLE READ', async (manager) => {
      const tables = tablesInOrder(patient);
      let rows = 0;
      for (const table of tables) rows += await countRows(manager, table);
      const progress = new Progress(rows, '正在备份');
      const uploads: string[] = [];
      const kept: Manifest['tables'] = [];
      try {
        for (const table of tables) kept.push(await writeOne(manager, table, { folder, uploads, progress }));
      } finally {
        progress.stop();
      }
      const manifest: Manifest = {
        format: 'nianbao-backup-1',
        migrations: migrations.map(({ name }) => name),
        madeAt: new Date().toISOString(),
        tables: kept,
        uploads,
        heads: await auditHeads(manager),
      };
      writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
      return manifest;
    }),
  );
}

async function writeOne(
  manager: EntityManager,
  table: EntityMetadata,
  {
    folder,
    uploads,
    progress,
  }: { readonly folder: string; readonly uploads: string[]; readonly progress: Progress },
): Promise<Manifest['tables'][number]> {
  const file = `${table.tableName}.ndjson.gz`;
  const hash = new Sha256Sum();
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of readTable(manager, table))
      for (const { line, bytes } of batch) {
        if (bytes) uploads.push(await writeBytes(bytes, join(folder, uploadsFolder)));
        rows += 1;
        progress.step();
        hash.update(line).update('\n');
        yield `${line}\n`;
      }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(join(folder, file), { mode: 0o600 }),
  );
  return { name: table.tableName, rows, file, sha256: hash.digest() };
}

/** In the order of the lines that they belong to. */
async function writeBytes(pieces: AsyncIterable<Buffer>, folder: string): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  const bytes = Buffer.concat(all);
  const name = sha256(bytes);
  writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  return name;
}
