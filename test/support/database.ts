import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { DataSource } from 'typeorm';
import { connectEmbedded, openDatabase, openEmbedded } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { citusUrl, openCitusDatabase } from './citus.js';
import { onServer } from './onServer.js';

export { onServer } from './onServer.js';

/** The PostgreSQL server to test against, which may be a Citus; the embedded database when it is not set. */
export const serverUrl = citusUrl ?? process.env['TEST_DATABASE_URL'];

/** Whether that server is PgBouncer in transaction mode. */
const pooler = process.env['NIANBAO_PGBOUNCER'] === 'true';

export interface TestDatabase {
  readonly dataSource: DataSource;
  /** Where it is; null when it is embedded. */
  readonly url: string | null;
  close(): Promise<void>;
}

/**
 * A fresh database with all tables and no rows: on the server TEST_DATABASE_URL names, spread over its
 * machines when it is the Citus of TEST_CITUS_URL, else embedded in memory.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  if (citusUrl !== undefined) return openCitusDatabase(citusUrl);
  const { dataSource, url, close } = await openEmptyDatabase({ migrated: true });
  if (serverUrl !== undefined) await migrate(dataSource);
  return { dataSource, url, close };
}

/** The same without tables, for tests of the migrations themselves. */
export async function openEmptyDatabase(options = { migrated: false }): Promise<TestDatabase> {
  if (serverUrl === undefined) {
    const dataSource = options.migrated
      ? await openEmbedded({ dump: await migratedTemplate() })
      : await openDatabase({});
    return { dataSource, url: null, close: () => dataSource.destroy() };
  }
  const name = `nianbao_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const dataSource = await openDatabase({ url: url.href, server: { pooler } });
  return {
    dataSource,
    url: url.href,
    close: async () => {
      await dataSource.destroy();
      // Of a pooler the connections stay open, though nobody uses them.
      await onServer(serverUrl, `DROP DATABASE ${name}${pooler ? ' WITH (FORCE)' : ''}`);
    },
  };
}

/** The first start of an embedded database takes seconds; loading a dump of a migrated one does not. */
async function migratedTemplate(): Promise<Blob> {
  const folder = join('node_modules', '.cache', 'nianbao');
  const file = join(folder, `template-${templateVersion()}.tar`);
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const database = await PGlite.create();
  const dataSource = await connectEmbedded(database, () => undefined);
  await migrate(dataSource);
  const dump = await database.dumpDataDir('none');
  await dataSource.destroy();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
  renameSync(unfinished, file);
  return dump;
}

/** Changes whenever a migration or the embedded database does. */
function templateVersion(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  const folder = 'src/database/migrations';
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}
