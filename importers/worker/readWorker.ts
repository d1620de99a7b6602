import { parentPort } from 'node:worker_threads';
import { readFile } from './readFile.js';
import type { ReadJob, WorkerMessage } from './readJob.js';

/** Sends what there is to say to the pool. */
function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function read({ bytes, fileName, options, limits }: ReadJob): Promise<void> {
  send({ kind: 'begun' });
  try {
    send({ kind: 'read', draft: await readFile(bytes, fileName, options, limits) });
  } catch (error) {
    send({ kind: 'failed', error });
  }
}

let work = Promise.resolve();
parentPort?.on('message', (job: ReadJob) => {
  work = work.then(() => read(job));
});
send({ kind: 'ready' });
