import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDatabase, type DatabaseSettings } from '../../../src/database/dataSource.js';
import { onServer, serverUrl } from '../../support/database.js';

/** A database that processes are killed in. */
export interface Place {
  readonly settings: DatabaseSettings;
  /** Another with the same in it. */
  copy(): Promise<Place>;
  remove(): Promise<void>;
}

/** An empty one: on the server TEST_DATABASE_URL names, else an embedded one in a folder of its own. */
export function emptyPlace(): Promise<Place> {
  return serverUrl === undefined ? folderPlace() : serverPlace(serverUrl, 'template1');
}

export async function folderPlace(from?: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-killed-'));
  if (from !== undefined) await cp(from, folder, { recursive: true });
  return {
    settings: { folder },
    copy: () => folderPlace(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function serverPlace(server: string, template: string): Promise<Place> {
  const name = `nianbao_killed_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    settings: { url: url.href },
    copy: () => serverPlace(server, name),
    // What a killed process had sent is perhaps still being done.
    remove: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Opens it once nobody else works in it any more; the embedded database serves one process. */
export async function within<Answer>(
  { settings }: Pick<Place, 'settings'>,
  work: (database: DataSource) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase(settings);
  try {
    if (settings.url !== undefined) await othersGone(database);
    return await work(database);
  } finally {
    await database.destroy();
  }
}

async function othersGone(database: DataSource): Promise<void> {
  for (;;) {
    const [others] = await database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    if (others?.count === 0) return;
  }
}
