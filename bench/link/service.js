import { readFileSync } from 'node:fs';
import { startService } from '../../dist/src/server/startService.js';
import { answerParent } from '../support/children.js';
import { openCopy } from '../support/databases.js';

let database;
let service;

answerParent({
  async open(copy) {
    database = await openCopy(copy);
    service = await startService(database, {
      ...{
        host: '127.0.0.1',
        port: 0,
        logLevel: 'info',
        requestsPerMinute: 1_000_000_000,
        trustProxy: false,
      },
    });
    return service.address;
  },
  /** The most memory this process ever had, in bytes. */
  memory() {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kibibytes) * 1024;
  },
  async stop() {
    await service?.close();
    await database?.destroy();
  },
});
