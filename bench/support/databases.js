import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { connectEmbedded, openDatabase, openEmbedded } from '../../dist/src/database/dataSource.js';

/**
 * Where a template of a database is: `{ dump }`, a file, for the embedded database, `{ server, name }`
 * for PostgreSQL.
 */

/** Filling a database with a hundred thousand reports is one statement, however long that takes. */
const unhurried = { statementSeconds: 0 };

/** Opens a fresh database, lets `fill` do its work, and keeps the result as a template. */
export async function makeTemplate({ server, folder, from }, fill) {
  if (server !== undefined) {
    const name = `nianbao_bench_${randomUUID().replaceAll('-', '')}`;
    await onServer(server, `CREATE DATABASE ${name}${from ? ` TEMPLATE ${from.name}` : ''}`);
    const database = await openDatabase({ url: urlOf(server, name), server: unhurried });
    await fill(database, { copy: { server, name } });
    await database.destroy();
    return { server, name };
  }
  const embedded = await PGlite.create(from ? { loadDataDir: dumpOf(from) } : {});
  const database = await connectEmbedded(embedded, () => undefined);
  await fill(database, { embedded });
  const dump = join(folder, `${randomUUID()}.tar`);
  writeFileSync(dump, Buffer.from(await (await embedded.dumpDataDir('none')).arrayBuffer()));
  await database.destroy();
  return { dump };
}

/** A place for a copy of a template. */
export async function copyTemplate(template, folder) {
  if (template.dump !== undefined) return { folder: join(folder, randomUUID()), dump: template.dump };
  const name = `nianbao_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(template.server, `CREATE DATABASE ${name} TEMPLATE ${template.name}`);
  return { server: template.server, name };
}

/** Opens the copy, in the process that works with it. */
export function openCopy(copy) {
  return copy.dump === undefined
    ? openDatabase({ url: urlOf(copy.server, copy.name), server: unhurried })
    : openEmbedded({ folder: copy.folder, dump: dumpOf(copy) });
}

/** The embedded database itself, without anything around it. */
export function openEmbeddedCopy(copy) {
  return PGlite.create({ dataDir: copy.folder, loadDataDir: dumpOf(copy) });
}

export async function dropCopy({ server, name }) {
  if (server !== undefined) await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
}

export function urlOf(server, name) {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function dumpOf({ dump }) {
  return new Blob([readFileSync(dump)]);
}

async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
