import { openEmbedded } from '../../dist/src/database/dataSource.js';
import { answerParent } from '../support/children.js';
import { openCopy } from '../support/databases.js';

let database;

answerParent({
  async open(copy) {
    database = copy.dump === undefined ? await openEmbedded(copy) : await openCopy(copy);
  },
  async memory() {
    await database.query('SELECT count(*) FROM report');
    globalThis.gc();
    return process.memoryUsage.rss();
  },
  async stop() {
    await database?.destroy();
  },
});
