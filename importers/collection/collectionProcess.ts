import { problem, type Problem } from '../../src/problems/problem.js';
import type { CollectionJob, CollectionMessage, CollectionRequest } from './collectionJob.js';
import type { PackedPart } from './collectionPart.js';
import type { CollectionWorkers } from './collectionWorkers.js';
import type { ReaderEnd } from '../worker/readerHost.js';
import type { ReaderProcess } from '../worker/readerProcess.js';
import { unpackReport } from '../reading/packedCells.js';

/**
 * Reads a collection in a process with a heap limit. One part is read ahead of the one in hand and no
 * more, so that memory stays bounded however slowly the parts are stored. A part that takes longer than the
 * deadline, or more memory than there is, ends the reading with a problem.
 */
export async function* collectionProcess(
  job: CollectionJob,
  workers: CollectionWorkers,
  signal: AbortSignal,
): AsyncGenerator<PackedPart> {
  signal.throwIfAborted();
  const worker = workers.take();
  let isDone = false;
  let bytesRead = 0;
  const failed = (found: Problem): PackedPart => ({
    kind: 'reports',
    format: null,
    encoding: null,
    reports: [],
    problems: [found],
    bytesRead,
  });
  try {
    let asked = ask(worker, { kind: 'begin', job }, job, signal);
    for (;;) {
      const message = await asked;
      if (message.kind === 'end') {
        isDone = true;
        return;
      }
      if (message.kind === 'failed') {
        yield failed(faultOf(message.error, job));
        return;
      }
      asked = ask(worker, { kind: 'next' }, job, signal);
      // Looked at when its turn comes; until then a rejection must not end the process.
      asked.catch(() => undefined);
      if (message.kind !== 'names') bytesRead = message.bytesRead;
      if (message.kind === 'reports') {
        const { packed, ...part } = message;
        yield { ...part, reports: packed.map(unpackReport) };
      } else yield message;
    }
  } finally {
    await (isDone ? workers.giveBack(worker) : worker.kill());
  }
}

class TimedOut extends Error {}
class OutOfMemory extends Error {}

/** The next part; rejects only when the reading is called off. */
function ask(
  worker: ReaderProcess,
  request: CollectionRequest,
  { limits }: CollectionJob,
  signal: AbortSignal,
): Promise<CollectionMessage> {
  return new Promise<CollectionMessage>((answer, refuse) => {
    const onMessage = (message: unknown) => settle(() => answer(message as CollectionMessage));
    const fail = (error: Error) => settle(() => answer({ kind: 'failed', error }));
    const onGone = (how: ReaderEnd, error: Error) => fail(how === 'outOfMemory' ? new OutOfMemory() : error);
    const onAbort = () => settle(() => refuse(signal.reason));
    const timer = setTimeout(() => fail(new TimedOut()), limits.deadlineMilliseconds);
    function settle(how: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('gone', onGone);
      signal.removeEventListener('abort', onAbort);
      how();
    }
    worker.on('message', onMessage).on('gone', onGone);
    signal.addEventListener('abort', onAbort);
    worker.send(request);
  });
}

function faultOf(error: unknown, { limits }: CollectionJob): Problem {
  if (error instanceof TimedOut)
    return problem(
      'TIMED_OUT',
      `文件读了 ${limits.deadlineMilliseconds / 1000} 秒没有进展，已停止。请把它分成几个文件后重新上传。`,
    );
  if (error instanceof OutOfMemory)
    return problem(
      'TOO_LARGE',
      '文件展开后太大，超过读取所用内存的上限。请分成几个文件，或改用 CSV 后重新上传。',
    );
  process.emitWarning(error instanceof Error ? error : String(error));
  return problem(
    'INTERNAL',
    '读取这个文件时程序出错，其余的报告没有读入。请把文件和时间告诉管理员，或用 WPS 打开、另存一份后再试。',
  );
}
