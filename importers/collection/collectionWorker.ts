import { parentPort, workerData } from 'node:worker_threads';
import type { CollectionJob, CollectionMessage } from './collectionJob.js';
import { packReport } from './packReport.js';
import { readCollection } from './readCollection.js';

const { bytes, fileName, options, limits } = workerData as CollectionJob;
const parts = readCollection(bytes, fileName, options, limits);

async function next(): Promise<CollectionMessage> {
  try {
    const { done, value } = await parts.next();
    if (done) return { kind: 'end' };
    if (value.kind !== 'reports') return value;
    const { reports, ...part } = value;
    return { ...part, packed: reports.map(packReport) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

let work = Promise.resolve();
parentPort?.on('message', () => {
  work = work.then(async () => parentPort?.postMessage(await next()));
});
