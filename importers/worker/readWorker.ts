import type { PlacedCase } from '../../src/ledger/LedgerCase.js';
import type { FileDraft } from '../draft/draft.js';
import type { LedgerRequest } from '../ledger/LedgerDraft.js';
import { CasePacks } from '../ledger/packing/CasePacks.js';
import { bytesOf } from '../files/fileBytes.js';
import { packFile } from '../reading/packedCells.js';
import { answerParent, tellParent } from './answerParent.js';
import { readFile } from './readFile.js';
import type { ReadJob, WorkerMessage } from './readJob.js';

/** Sends what there is to say to the pool. */
function send(message: WorkerMessage): Promise<void> {
  return tellParent(message);
}

async function readLedgerTo(
  cases: CasePacks,
  { bytes, fileName, limits }: ReadJob,
  ledger: LedgerRequest,
): Promise<FileDraft> {
  const { readLedgerFile } = await import('../ledger/readLedgerFile.js');
  const take = (one: PlacedCase) => cases.add(one);
  return readLedgerFile(bytesOf(bytes), fileName, { ...ledger, take }, limits);
}

answerParent<ReadJob>(async ({ bytes, fileName, options, limits }) => {
  await send({ kind: 'begun' });
  try {
    const cases = new CasePacks((some) => send({ kind: 'cases', cases: some }));
    const draft = options.ledger
      ? await readLedgerTo(cases, { bytes, fileName, options, limits }, options.ledger)
      : await readFile(bytesOf(bytes), fileName, options, limits);
    await cases.end();
    await send({ kind: 'read', file: packFile(draft) });
  } catch (error) {
    await send({ kind: 'failed', error });
  }
});
void send({ kind: 'ready' });
