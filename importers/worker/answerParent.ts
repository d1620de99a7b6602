import { getPriority, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Below the service, whose requests are to be answered however much is read. */
const lower = 5;
const lowest = 19;

/** Says something to the process that started this one; resolves when it is on its way, whatever is done next. */
export function tellParent(message: object): Promise<void> {
  return new Promise((sent) => process.send?.(message, () => sent()));
}

/** Does what the process that started this one asks, one request after the other, until that is gone. */
export function answerParent<Request>(answer: (request: Request) => Promise<void>): void {
  // Not to a fixed one: where the service itself stands lower, nobody but root may rise.
  setPriority(Math.min(lowest, getPriority() + lower));
  // Whoever stops the service, or the command, tells it; this process is ended by that one.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
  process.on('uncaughtException', (error) => {
    void tellParent({ kind: 'failed', error }).then(() => process.exit(1));
  });
  let work = Promise.resolve();
  process.on('message', (request) => {
    work = work.then(() => answer(request as Request));
  });
  endWithParent();
}

/**
 * Also while a file keeps this process busy: it does not hear then that the other is gone. That one says who it is,
 * for it may be gone before anything here has run.
 */
function endWithParent(): void {
  const parent = Number(process.argv[2]);
  const watching = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 1000);`;
  new Worker(watching, { eval: true, workerData: parent, execArgv: [] }).unref();
}
