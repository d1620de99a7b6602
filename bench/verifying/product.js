import { createHash } from 'node:crypto';
import { operator } from '../../dist/src/filing/access/actor.js';
import { importReports } from '../../dist/src/filing/importing/importReports.js';
import { verifyAudit } from '../../dist/src/filing/verifying/verifyAudit.js';
import { answerParent, measured } from '../support/children.js';
import { openCopy } from '../support/databases.js';
import { draftFile } from '../support/draftFiles.js';
import { agencies, sampleReport } from '../support/sampleReports.js';

const options = {
  dryRun: false,
  year: null,
  agency: null,
  layout: 'report',
  blanksAreZero: false,
  errorPolicy: 'REJECT_REPORT',
  overwriteCorrections: false,
};

let database;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** A report of every agency for each of the years. */
  async fill({ years }) {
    for (const year of years)
      for (let from = 0; from < agencies.length; from += 50) {
        const files = agencies
          .slice(from, from + 50)
          .map((_, index) => draftFile(sampleReport(from + index, year)));
        await database.transaction((manager) => importReports(manager, operator('测速'), files, options));
      }
    await database.query('ANALYZE');
  },
  /** Every entry with the version that it seals, by one cursor, into one hash. */
  walk: () =>
    measured(() =>
      database.transaction(async (manager) => {
        const hash = createHash('sha256');
        await manager.query(
          `DECLARE walked NO SCROLL CURSOR FOR SELECT version.*, entry.* FROM audit_entry AS entry
           LEFT JOIN report_version AS version
             ON version.report_id = entry.report_id AND version.number = entry.version
           ORDER BY entry.chain, entry.sequence`,
        );
        for (;;) {
          const rows = await manager.query('FETCH 500 FROM walked');
          if (rows.length === 0) return hash.digest('hex');
          for (const row of rows) hash.update(JSON.stringify(row));
        }
      }),
    ),
  verify: () => measured(async () => (await verifyAudit(database.manager)).length),
  async stop() {
    await database?.destroy();
  },
});
