import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ledgerHeapMegabytes } from '../../dist/importers/files/limits.js';
import { createReaderPool } from '../../dist/importers/worker/readerPool.js';
import { inTransaction } from '../../dist/src/database/inTransaction.js';
import { askedLedger } from '../../dist/src/filing/ledger/askedLedger.js';
import { countLedgers } from '../../dist/src/filing/ledger/countLedgers.js';
import { importLedger } from '../../dist/src/filing/ledger/importLedger.js';
import { sha256 } from '../../dist/src/filing/sha256.js';
import { formForYear } from '../../dist/src/forms/index.js';
import { commandLineActor } from '../../dist/src/cli/withDatabase.js';
import { answerParent, measured } from '../support/children.js';
import { openCopy } from '../support/databases.js';
import { handWritten } from './handWritten.js';

let database;
let pool;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** As `nianbao ledger import` does it, from bytes on disk to committed cases. */
  run: ({ paths: [path], agency, year }) =>
    measured(async () => {
      // A service keeps its reading process from one import to the next.
      pool ??= createReaderPool({ heapMegabytes: ledgerHeapMegabytes });
      const form = formForYear(year);
      const asked = { agency, year, form: form.id };
      const reading = await askedLedger(database.manager, commandLineActor, { asked, form });
      const bytes = await readFile(path);
      const ledger = { year, form: form.id, words: reading.words };
      const draft = await pool.read(bytes, path, { blanksAreZero: false, layout: 'ledger', ledger });
      const request = { ...reading, year, fileName: path, sha256: sha256(bytes), draft, dryRun: false };
      const { status, cases } = await inTransaction(database, (manager) =>
        importLedger(manager, commandLineActor, request),
      );
      return { status, cases };
    }),
  /** What is asked for a report from its ledger. */
  count: ({ year }) =>
    measured(async () => {
      const cells = await countLedgers(database.manager, formForYear(year), year, await ledgersOf(year));
      return {
        received: cells.get('requests.received.total'),
        upheld: cells.get('remedies.reconsideration.upheld'),
      };
    }),
  handWritten: ({ year }) =>
    measured(async () => {
      const groups = await database.query(handWritten, [
        await ledgersOf(year),
        `${year}-01-01`,
        `${year}-12-31`,
      ]);
      const sum = (is) => groups.reduce((all, group) => all + (is(group) ? group.cases : 0), 0);
      return {
        received: sum(({ opening }) => opening === 'received'),
        upheld: sum(({ reconsideration_result: result }) => result === 'upheld'),
      };
    }),
  settle: () => database.query('VACUUM ANALYZE ledger_case'),
  /** The most memory this process ever had, in bytes. */
  peak() {
    if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024;
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  },
  async stop() {
    await pool?.close();
    await database?.destroy();
  },
});

async function ledgersOf(year) {
  const rows = await database.query('SELECT id FROM ledger WHERE year = $1', [year]);
  return rows.map(({ id }) => id);
}
