import 'reflect-metadata';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../../entities/index.js';
import { recogniseDistribution } from './distribution/distributed.js';
import { embeddedDriver } from './embeddedDriver.js';
import { lockFolder } from './lockFile.js';
import { migrations } from './migrations/index.js';
import { serverDriver } from './serverDriver.js';
import { usualServer, type ServerSettings } from './ServerSettings.js';
import { limitTransactions } from './transactionPlaces.js';

export { isMigrated, migrate } from './migrate.js';

export interface DatabaseSettings {
  /** postgres://…, with one host or several. */
  readonly url?: string;
  /** How it is used, where it differs from the usual. */
  readonly server?: Partial<Omit<ServerSettings, 'url'>>;
  /** Where the embedded database keeps its files. Neither url nor folder: in memory, for tests. */
  readonly folder?: string;
}

const common = {
  type: 'postgres',
  entities,
  migrations,
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'each',
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  logging: false,
} as const satisfies DataSourceOptions;

/** So much of a function of the embedded database has run before it is compiled anew, to run faster and take more room. */
const compiledAgainAfter = 100_000_000;

/**
 * The embedded database, loaded where there is one. It caches little itself: what it reads again lies in the cache of
 * the operating system.
 */
async function createEmbedded(options: PGliteOptions): Promise<PGlite> {
  const { PGlite: Embedded } = await import('@electric-sql/pglite');
  setFlagsFromString(`--wasm-tiering-budget=${compiledAgainAfter}`);
  const startParams = [...Embedded.defaultStartParams, '-c', 'shared_buffers=16MB'];
  return Embedded.create({ startParams, ...options });
}

/** Opens PostgreSQL at the url, or else the embedded database in the folder. Tables are brought up to date by `migrate`. */
export async function openDatabase(settings: DatabaseSettings): Promise<DataSource> {
  const { url } = settings;
  if (url === undefined) return openEmbedded(settings);
  const server = { ...usualServer, ...settings.server, url };
  const dataSource = await new DataSource({
    ...common,
    driver: serverDriver(server),
    poolSize: server.connections,
    applicationName: 'nianbao',
    // A connection that breaks while nobody uses it is replaced; whoever needs one is told if it cannot be.
    poolErrorHandler: () => undefined,
  }).initialize();
  limitTransactions(dataSource, server);
  await recogniseDistribution(dataSource);
  return dataSource;
}

/** Opens the embedded database, from a dump of its files when one is given. */
export async function openEmbedded(settings: { folder?: string; dump?: Blob }): Promise<DataSource> {
  const { folder } = settings;
  if (folder === undefined) {
    return connectEmbedded(await createEmbedded({ loadDataDir: settings.dump }), () => undefined);
  }
  // The embedded database writes its files readable for all, so the folder around them must not be.
  const dataDir = join(folder, 'database');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const unlock = lockFolder(folder);
  try {
    return await connectEmbedded(await createEmbedded({ dataDir, loadDataDir: settings.dump }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The data source of an embedded database that is open already; closing the one closes the other. */
export async function connectEmbedded(database: PGlite, afterwards: () => void): Promise<DataSource> {
  try {
    return await new DataSource({ ...common, driver: embeddedDriver(database, afterwards) }).initialize();
  } catch (error) {
    await database.close();
    throw error;
  }
}
