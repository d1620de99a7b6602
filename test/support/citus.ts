import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/database/dataSource.js';
import { distribute } from '../../src/database/distribution/distribute.js';
import { migrate } from '../../src/database/migrate.js';
import { onServer, rowsOf } from './onServer.js';

/** A database on the coordinator of a Citus that knows its workers, to test against; every test then runs on several machines. */
export const citusUrl = process.env['TEST_CITUS_URL'];

/** So few pieces that a test need not wait for hundreds of tables. */
const shards = 4;

export interface CitusDatabase {
  readonly dataSource: DataSource;
  readonly url: string;
  close(): Promise<void>;
}

/** A fresh database on every machine of the Citus, with all tables, spread over them, and no rows. */
export async function openCitusDatabase(coordinator: string): Promise<CitusDatabase> {
  const name = `nianbao_test_${randomUUID().replaceAll('-', '')}`;
  const workers = await rowsOf<{ node_name: string; node_port: string }>(
    coordinator,
    'SELECT node_name, node_port FROM citus_get_active_worker_nodes() ORDER BY 1, 2',
  );
  const urls = [
    coordinator,
    ...workers.map(({ node_name, node_port }) => at(coordinator, node_name, node_port)),
  ];
  for (const url of urls) {
    await onServer(url, `CREATE DATABASE ${name}`);
    await onServer(inDatabase(url, name), 'CREATE EXTENSION citus');
  }
  const url = inDatabase(coordinator, name);
  const { hostname, port } = new URL(coordinator);
  await onServer(url, `SELECT citus_set_coordinator_host('${hostname}', ${port || 5432})`);
  for (const { node_name, node_port } of workers)
    await onServer(url, `SELECT citus_add_node('${node_name}', ${node_port})`);
  await onServer(url, `ALTER DATABASE ${name} SET citus.shard_count = ${shards}`);
  // Tests forge rows with what keeps them from being changed turned off, on every machine.
  await onServer(url, `ALTER DATABASE ${name} SET citus.propagate_set_commands = 'local'`);
  const dataSource = await openDatabase({ url });
  await migrate(dataSource);
  const reason = await distribute(dataSource);
  if (reason) throw new Error(`the tables cannot be spread: ${reason}`);
  return {
    dataSource,
    url,
    close: async () => {
      await dataSource.destroy();
      for (const each of urls) await onServer(each, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

function at(url: string, host: string, port: string): string {
  const other = new URL(url);
  other.hostname = host;
  other.port = port;
  return other.href;
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
