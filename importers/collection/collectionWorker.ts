import { bytesOf } from '../files/fileBytes.js';
import { packReport } from '../reading/packedCells.js';
import type { CollectionMessage, CollectionRequest } from './collectionJob.js';
import type { PackedPart } from './collectionPart.js';
import { answerParent, tellParent } from '../worker/answerParent.js';
import { readCollection } from './readCollection.js';

let parts: AsyncGenerator<PackedPart> | null = null;

async function answer(request: CollectionRequest): Promise<CollectionMessage> {
  if (request.kind === 'begin') {
    const { bytes, fileName, options, limits } = request.job;
    parts = readCollection(bytesOf(bytes), fileName, options, limits);
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

answerParent<CollectionRequest>(async (request) => tellParent(await answer(request)));
