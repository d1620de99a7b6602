import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { rowDigests } from './rowDigests.js';

/**
 * Stores files with the commit it is started in and prints what the database then holds, as digests. Whatever
 * belongs to the commit is taken from there; the files come from whoever compares.
 */
const [layout, ...paths] = process.argv.slice(2);
const own = (path) => import(pathToFileURL(join(process.cwd(), path)).href);
const [{ migrate }, { registerAgencies }, { agencies }, databases, { startChild }] = await Promise.all([
  own('dist/src/database/dataSource.js'),
  own('dist/src/cli/registerAgencies.js'),
  own('bench/support/sampleReports.js'),
  own('bench/support/databases.js'),
  own('bench/support/children.js'),
]);
const folder = mkdtempSync(join(tmpdir(), 'nianbao-rows-'));
try {
  const template = await databases.makeTemplate({ folder }, async (database) => {
    await migrate(database);
    await registerAgencies(database, agencies);
  });
  const copy = await databases.copyTemplate(template, folder);
  const child = startChild('importing/product.js');
  try {
    await child.ask('open', copy);
    await child.ask('run', { paths, layout });
  } finally {
    await child.stop();
  }
  const dataDir = join(copy.folder, 'database');
  mkdirSync(dataDir, { recursive: true });
  const database = await PGlite.create({ dataDir });
  console.log(JSON.stringify(await rowDigests(async (sql) => (await database.query(sql)).rows)));
  await database.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
