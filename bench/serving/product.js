import { startService } from '../../dist/src/server/startService.js';
import { answerParent } from '../support/children.js';
import { openCopy } from '../support/databases.js';

let database;
let service;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
    service = await startService(database, {
      // As `nianbao serve` starts it: log, token and rate limit work as usual, the limit is high enough.
      host: '127.0.0.1',
      port: 0,
      logLevel: 'info',
      requestsPerMinute: 1_000_000_000,
      trustProxy: false,
    });
    return service.address;
  },
  cpu: () => process.cpuUsage(),
  memory: () => process.memoryUsage.rss(),
  async stop() {
    await service?.close();
    await database?.destroy();
  },
});
