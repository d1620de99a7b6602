import { currentReports } from '../../dist/src/filing/reports/currentReports.js';
import { operator } from '../../dist/src/filing/access/actor.js';
import { importReports } from '../../dist/src/filing/importing/importReports.js';
import { judge } from '../../dist/src/filing/judging/judge.js';
import { recheckReports } from '../../dist/src/filing/judging/recheckReports.js';
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
const actor = operator('测速');
/** Agencies whose reports are read at once, all their years together. */
const agenciesAtOnce = 10;

let database;
let loaded = [];

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
        await database.transaction((manager) => importReports(manager, actor, files, options));
      }
    const [{ count }] = await database.query('SELECT count(*)::int AS count FROM report');
    return count;
  },
  /** Values, prose and agency of every report, which is what the rules look at. */
  load: ({ years }) =>
    measured(async () => {
      loaded = [];
      const rows = await database.query('SELECT id FROM agency ORDER BY code');
      for (let from = 0; from < rows.length; from += agenciesAtOnce) {
        const keys = rows
          .slice(from, from + agenciesAtOnce)
          .flatMap(({ id }) => years.map((year) => ({ agencyId: id, year })));
        const reports = await currentReports(database.manager, keys);
        for (const { agencyId, year } of keys)
          loaded.push({ report: reports.get(agencyId, year), lastYear: reports.get(agencyId, year - 1) });
      }
      return loaded.length;
    }),
  /** All rules on everything that was loaded, in memory. */
  judge: () =>
    measured(() => loaded.reduce((found, { report, lastYear }) => found + judge(report, lastYear).length, 0)),
  /** What the service does when a rule changes: read, judge, keep what was found. */
  async recheck() {
    loaded = [];
    await database.query(`UPDATE report SET rule_set = 'before'`);
    return measured(() => recheckReports(database, actor));
  },
  async stop() {
    await database?.destroy();
  },
});
