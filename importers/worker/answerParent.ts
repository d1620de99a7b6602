import { getPriority, setPriority } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

/** Below the service, whose requests are to be answered however much is read. */
const lower = 5;
const lowest = 19;

/** Says something to whoever started this reader; resolves when it is on its way, whatever is done next. */
export function tellParent(message: object): Promise<void> {
  parentPort?.postMessage(message);
  return parentPort ? Promise.resolve() : new Promise((sent) => process.send?.(message, () => sent()));
}

/** Does what whoever started this reader asks, one request after the other, until that is gone. */
export function answerParent<Request>(answer: (request: Request) => Promise<void>): void {
  let work = Promise.resolve();
  const take = (request: unknown): void => {
    work = work.then(() => answer(request as Request));
  };
  if (parentPort) parentPort.on('message', take);
  else answerProcess(take);
}

function answerProcess(take: (request: unknown) => void): void {
  // Not to a fixed one: where the service itself stands lower, nobody but root may rise.
  setPriority(Math.min(lowest, getPriority() + lower));
  // Whoever stops the service, or the command, tells it; this process is ended by that one.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);
  process.on('uncaughtException', (error) => {
    void tellParent({ kind: 'failed', error }).then(() => process.exit(1));
  });
  process.on('message', take);
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
