import { parentPort } from 'node:worker_threads';
import { packReport } from '../reading/packedCells.js';
import type { CollectionMessage, CollectionRequest } from './collectionJob.js';
import type { PackedPart } from './collectionPart.js';
import { readCollection } from './readCollection.js';

let parts: AsyncGenerator<PackedPart> | null = null;

async function answer(request: CollectionRequest): Promise<CollectionMessage> {
  if (request.kind === 'begin') {
    const { bytes, fileName, options, limits } = request.job;
    parts = readCollection(bytes, fileName, options, limits);
  }
  try {
    const next = await parts?.next();
    if (!next || next.done) {
      parts = null;
      return { kind: 'end' };
    }
    if (next.value.kind !== 'reports') return next.value;
    const { reports, ...part } = next.value;
    return { ...part, packed: reports.map(packReport) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

let work = Promise.resolve();
parentPort?.on('message', (request: CollectionRequest) => {
  work = work.then(async () => parentPort?.postMessage(await answer(request)));
});
