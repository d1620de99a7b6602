import { existsSync, readFileSync } from 'node:fs';
import { createReaderPool } from '../../dist/importers/worker/readerPool.js';
import { importCollections } from '../../dist/src/cli/importing/importCollections.js';
import { describeOutcome } from '../../dist/src/cli/describeOutcome.js';
import { importReaders } from '../../dist/src/cli/readers.js';
import { readInOrder } from '../../dist/src/cli/readInOrder.js';
import { SeenReports } from '../../dist/src/cli/importing/seenReports.js';
import { storeFiles } from '../../dist/src/cli/importing/storeFiles.js';
import { answerParent, measured } from '../support/children.js';
import { openCopy } from '../support/databases.js';

/** As `nianbao import` does it: src/cli/commands/import.ts. */
const batchFiles = 50;
const defaults = {
  dryRun: false,
  year: null,
  agency: null,
  blanksAreZero: false,
  errorPolicy: 'REJECT_REPORT',
  overwriteCorrections: false,
};

let database;
let pool;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** From bytes on disk to committed rows. The reading threads start within. */
  run: ({ paths, layout }) => measured(() => importPaths(paths, { ...defaults, layout })),
  async counts() {
    const [row] = await database.query(
      `SELECT (SELECT count(*)::int FROM report) AS reports,
         (SELECT count(*)::int FROM report_version) AS versions,
         (SELECT count(*)::int FROM audit_entry WHERE action = 'REPORT_IMPORTED') AS entries,
         (SELECT count(*)::int FROM upload) AS uploads,
         (SELECT coalesce(sum(jsonb_array_length(findings)), 0)::int FROM report) AS findings`,
    );
    return row;
  },
  memory() {
    global.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  },
  /** The most memory this process ever had, in bytes. */
  peak: mostMemory,
  async stop() {
    await pool?.close();
    await database?.destroy();
  },
});

/** On Linux maxRSS also counts the process that started this one, before it became another. */
function mostMemory() {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(kibibytes) * 1024;
}

async function importPaths(paths, options) {
  // A service keeps its reading threads from one import to the next.
  pool ??= createReaderPool({ workers: importReaders });
  if (options.layout === 'collection') {
    const { progress } = await importCollections(database, pool, { paths, options, json: false });
    return { STORED: progress.reportsStored, REJECTED: progress.reportsRejected };
  }
  const seen = new SeenReports();
  const statuses = {};
  const store = async (batch) => {
    for (const outcome of await storeFiles(database, batch, options, seen)) {
      describeOutcome(outcome);
      for (const { status } of outcome.reports.length > 0 ? outcome.reports : [outcome])
        statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  let batch = [];
  for await (const file of readInOrder(pool, paths, options)) {
    batch.push(file);
    if (batch.length < batchFiles) continue;
    await store(batch);
    batch = [];
  }
  if (batch.length > 0) await store(batch);
  return statuses;
}
