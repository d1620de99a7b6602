import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { FileDraft } from '../draft/draft.js';
import type { ReadJob, WorkerMessage } from './readJob.js';

/** A job with the one who waits for its answer. */
export interface ReadTask {
  readonly job: ReadJob;
  answer(draft: FileDraft): void;
  refuse(error: unknown): void;
}

export interface ReaderThread {
  /** The jobs it holds, the one it is reading first. */
  readonly tasks: readonly ReadTask[];
  give(task: ReadTask): void;
  /** Ends it; resolves when it is gone. The job it was reading is refused with the error. */
  stop(error: Error): Promise<void>;
}

export interface ReaderThreadEvents {
  /** A job is done. */
  onDone(): void;
  /** It is gone, with the jobs it had not begun. */
  onGone(thread: ReaderThread, unbegun: readonly ReadTask[]): void;
}

/** How a thread came to its end, and what its current job gets for it. */
type Ending =
  | { readonly kind: 'timedOut' | 'outOfMemory' }
  | { readonly kind: 'stopped' | 'crashed'; readonly error: unknown };

/** Where tests run the sources, the worker is the compiled one. */
const workerUrl = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/importers/worker/readWorker.js', import.meta.url)
  : new URL('./readWorker.js', import.meta.url);

/** A worker thread with a heap limit, ended when a file takes longer than its deadline. */
export function startReaderThread(heapMegabytes: number, events: ReaderThreadEvents): ReaderThread {
  const worker = new Worker(workerUrl, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stderr: true,
  });
  // The spreadsheet reader remarks there on what it finds odd in a file; faults come as messages.
  worker.stderr.resume();
  const tasks: ReadTask[] = [];
  let isReady = false;
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  let ending: Ending = { kind: 'crashed', error: new Error('a reading worker ended by itself') };

  async function end(how: Ending): Promise<void> {
    ending = how;
    isEnding = true;
    await worker.terminate();
  }

  function startDeadline(): void {
    const [task] = tasks;
    // When this thread was busy itself, the answer may lie waiting: it is taken first.
    const check = (): unknown => task === tasks[0] && end({ kind: 'timedOut' });
    timer = setTimeout(() => setImmediate(check), task?.job.limits.deadlineMilliseconds);
  }

  function finish(settle: (task: ReadTask) => void): void {
    clearTimeout(timer);
    const task = tasks.shift();
    if (tasks.length === 0) worker.unref();
    if (task) settle(task);
    events.onDone();
  }

  const thread: ReaderThread = {
    tasks,
    give(task) {
      tasks.push(task);
      worker.ref();
      // A copy: the bytes of whoever asked stay theirs.
      const bytes = new Uint8Array(task.job.bytes);
      worker.postMessage({ ...task.job, bytes }, [bytes.buffer]);
    },
    stop: (error) => end({ kind: 'stopped', error }),
  };

  worker.on('message', (message: WorkerMessage) => {
    if (isEnding) return;
    if (message.kind === 'ready') isReady = true;
    else if (message.kind === 'begun') startDeadline();
    else if (message.kind === 'read') finish((task) => task.answer(message.draft));
    else finish((task) => task.answer(faultDraft(message.error)));
  });
  worker.on('error', (error: Error & { code?: string }) => {
    ending = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'outOfMemory' } : { kind: 'crashed', error };
  });
  worker.on('exit', () => {
    clearTimeout(timer);
    const held = tasks.splice(0);
    // A worker that cannot even start would not start again either.
    const lost = ending.kind === 'crashed' && !isReady ? held : held.slice(0, 1);
    for (const task of lost) settle(task, ending, isReady);
    events.onGone(thread, held.slice(lost.length));
  });
  return thread;
}

function settle(task: ReadTask, ending: Ending, wasReady: boolean): void {
  if (ending.kind === 'stopped' || (ending.kind === 'crashed' && !wasReady)) task.refuse(ending.error);
  else if (ending.kind === 'crashed') task.answer(faultDraft(ending.error));
  else task.answer(ending.kind === 'timedOut' ? timedOutDraft(task.job) : outOfMemoryDraft());
}

function problemDraft(found: Problem): FileDraft {
  return { format: null, encoding: null, problems: [found], reports: [] };
}

function timedOutDraft({ limits }: ReadJob): FileDraft {
  const seconds = limits.deadlineMilliseconds / 1000;
  return problemDraft(
    problem(
      'TIMED_OUT',
      `文件读了 ${seconds} 秒还没有读完，已停止。请把年报表格复制到新的工作簿，另存为 .xlsx 后重新上传。`,
    ),
  );
}

function outOfMemoryDraft(): FileDraft {
  return problemDraft(
    problem(
      'TOO_LARGE',
      '文件展开后太大，超过读取所用内存的上限。请只保留年报表格，另存为新文件后重新上传。',
    ),
  );
}

/** A fault of the program: the operator sees the error, the one who uploaded is told it is not the file. */
function faultDraft(error: unknown): FileDraft {
  process.emitWarning(error instanceof Error ? error : String(error));
  return problemDraft(
    problem(
      'INTERNAL',
      '读取这个文件时程序出错，文件没有读入。请把文件和时间告诉管理员，或另存为 .xlsx 后再试。',
    ),
  );
}
