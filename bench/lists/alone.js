// The lists alone, so that they can be measured on a commit whose bench does not have them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../dist/src/database/dataSource.js';
import { dropCopy, makeTemplate } from '../support/databases.js';
import { Report } from '../support/Report.js';
import { measureLists } from './measureLists.js';

const isQuick = process.env.BENCH_QUICK === '1';
const server = process.env.BENCH_DATABASE_URL;
const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const report = new Report();
const name = server === undefined ? 'PGlite' : 'PostgreSQL';
const template = await makeTemplate({ ...(server === undefined ? {} : { server }), folder }, migrate);
try {
  const filers = isQuick ? 2_000 : 110_000;
  await measureLists({ backends: [{ name, template }], filers, rounds: isQuick ? 3 : 7, folder, report });
  report.finish();
} finally {
  await dropCopy(template);
  rmSync(folder, { recursive: true, force: true });
}
