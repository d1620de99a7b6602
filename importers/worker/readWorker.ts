import { CasePacks } from '../ledger/packing/CasePacks.js';
import { bytesOf } from '../files/fileBytes.js';
import { answerParent, tellParent } from './answerParent.js';
import { readFile } from './readFile.js';
import type { ReadJob, WorkerMessage } from './readJob.js';

/** Sends what there is to say to the pool. */
function send(message: WorkerMessage): Promise<void> {
  return tellParent(message);
}

answerParent<ReadJob>(async ({ bytes, fileName, options, limits }) => {
  await send({ kind: 'begun' });
  try {
    const cases = new CasePacks((some) => void send({ kind: 'cases', cases: some }));
    const draft = await readFile(bytesOf(bytes), fileName, options, limits, (one) => cases.add(one));
    cases.end();
    await send({ kind: 'read', draft });
  } catch (error) {
    await send({ kind: 'failed', error });
  }
});
void send({ kind: 'ready' });
