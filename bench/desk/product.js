import { operator } from '../../dist/src/filing/access/actor.js';
import { importReports } from '../../dist/src/filing/importing/importReports.js';
import { createToken } from '../../dist/src/filing/tokens/tokens.js';
import { startService } from '../../dist/src/server/startService.js';
import { answerParent } from '../support/children.js';
import { openCopy } from '../support/databases.js';
import { draftFile } from '../support/draftFiles.js';
import { sampleReport } from '../support/sampleReports.js';

const options = {
  dryRun: false,
  year: null,
  agency: null,
  layout: 'report',
  blanksAreZero: false,
  errorPolicy: 'REJECT_REPORT',
  overwriteCorrections: false,
};
const year = 2024;
const actor = operator('测速');
let database;
let service;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
  },
  /** A service with one report, last year's beside it, and somebody who may fill it in. */
  async serve() {
    const reports = [year - 1, year].map((each) => sampleReport(0, each));
    await database.transaction((manager) => importReports(manager, actor, reports.map(draftFile), options));
    const { token } = await database.transaction((manager) =>
      createToken(manager, actor, { name: '测速', role: 'ADMINISTRATOR', scope: null, expiresAt: null }),
    );
    service = await startService(database, {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      requestsPerMinute: 0,
      trustProxy: false,
    });
    return { address: service.address, token, page: `/reports/${reports[1].agencyCode}/${year}` };
  },
  async stop() {
    await service?.close();
    await database?.destroy();
  },
});
