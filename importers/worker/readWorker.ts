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
    await send({ kind: 'read', draft: await readFile(bytesOf(bytes), fileName, options, limits) });
  } catch (error) {
    await send({ kind: 'failed', error });
  }
});
void send({ kind: 'ready' });
