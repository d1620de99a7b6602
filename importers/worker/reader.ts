import { problem, type Problem } from '../../src/problems/problem.js';
import { isDocumentName } from '../../src/words/fileFormats.js';
import type { PackedCases } from '../ledger/packing/packedCases.js';
import { ArrivedCases } from '../ledger/packing/ArrivedCases.js';
import type { FileDraft } from '../draft/draft.js';
import { unpackFile } from '../reading/packedCells.js';
import type { ReadJob, WorkerMessage } from './readJob.js';
import type { ReaderHost } from './readerHost.js';

/** A job with the one who waits for its answer. */
export interface ReadTask {
  readonly job: ReadJob;
  answer(draft: FileDraft): void;
  /** Is told how many cases of a ledger have been read. */
  onCases?(read: number): void;
  refuse(error: unknown): void;
}

export interface Reader {
  /** The jobs it holds, the one it is reading first. */
  readonly tasks: readonly ReadTask[];
  give(task: ReadTask): void;
  /** Ends it; resolves when it is gone. The job it was reading is refused with the error. */
  stop(error: Error): Promise<void>;
}

export interface ReaderEvents {
  /** A job is done. */
  onDone(): void;
  /** It is gone, with the jobs that another is to do. */
  onGone(reader: Reader, undone: readonly ReadTask[]): void;
}

/** How a reader came to its end, and what its current job gets for it. */
type Ending =
  | { readonly kind: 'timedOut' | 'outOfMemory' }
  | { readonly kind: 'stopped' | 'killed' | 'crashed'; readonly error: Error };

/** Jobs whose reader was killed from outside: they are read once more, and not again. */
const killedOnce = new WeakSet<ReadJob>();

/** Has files read in a place of their own, which is ended when a file takes longer than its deadline. */
export function startReader(child: ReaderHost, events: ReaderEvents): Reader {
  const tasks: ReadTask[] = [];
  const cases = new ArrivedCases();
  let isReady = false;
  let isReading = false;
  let timer: NodeJS.Timeout | undefined;
  let ending: Ending | undefined;

  function end(how: Ending): Promise<void> {
    ending = how;
    return child.kill();
  }

  function startDeadline(): void {
    isReading = true;
    cases.clear();
    const [task] = tasks;
    // When this process was busy itself, the answer may lie waiting: it is taken first.
    const check = (): unknown => task === tasks[0] && end({ kind: 'timedOut' });
    timer = setTimeout(() => setImmediate(check), task?.job.limits.deadlineMilliseconds);
  }

  function finish(settle: (task: ReadTask) => void): void {
    clearTimeout(timer);
    isReading = false;
    const task = tasks.shift();
    if (tasks.length === 0) child.unref();
    if (task) settle(task);
    events.onDone();
  }

  function takeCases(some: PackedCases): void {
    const read = cases.add(some);
    tasks[0]?.onCases?.(read);
  }

  const reader: Reader = {
    tasks,
    give(task) {
      tasks.push(task);
      child.ref();
      child.send(task.job);
    },
    stop: (error) => end({ kind: 'stopped', error }),
  };

  child.on('message', (given) => {
    if (ending) return;
    const message = given as WorkerMessage;
    isReady = true;
    if (message.kind === 'ready') return;
    if (message.kind === 'begun') startDeadline();
    else if (message.kind === 'cases') takeCases(message.cases);
    else if (message.kind === 'read') finish((task) => task.answer(cases.into(unpackFile(message.file))));
    else finish((task) => task.answer(faultDraft(message.error)));
  });
  child.on('gone', (how, error) => {
    clearTimeout(timer);
    const end = ending ?? { kind: how, error };
    const held = tasks.splice(0);
    // One that cannot even start would not start again either.
    const cannotStart = end.kind === 'crashed' && !isReady;
    const inHand = isReading || !isReady ? held[0] : undefined;
    const lost = cannotStart ? held : held.slice(0, lostJobs(end, inHand));
    for (const task of lost) settle(task, end, isReady);
    events.onGone(reader, held.slice(lost.length));
  });
  return reader;
}

/** How many of its jobs, the first or none, nobody else is to do. */
function lostJobs({ kind }: Ending, inHand: ReadTask | undefined): number {
  if (kind === 'stopped') return 1;
  if (inHand === undefined) return 0;
  const isTriedAgain = kind === 'killed' && !killedOnce.has(inHand.job);
  killedOnce.add(inHand.job);
  return isTriedAgain ? 0 : 1;
}

function settle(task: ReadTask, ending: Ending, wasReady: boolean): void {
  if (ending.kind === 'stopped' || (ending.kind === 'crashed' && !wasReady)) task.refuse(ending.error);
  else if (ending.kind === 'crashed' || ending.kind === 'killed') task.answer(faultDraft(ending.error));
  else task.answer(ending.kind === 'timedOut' ? timedOutDraft(task.job) : outOfMemoryDraft());
}

function problemDraft(found: Problem): FileDraft {
  return { format: null, encoding: null, problems: [found], reports: [] };
}

function timedOutDraft({ fileName, limits }: ReadJob): FileDraft {
  const seconds = limits.deadlineMilliseconds / 1000;
  const advice = isDocumentName(fileName)
    ? '请把年报复制到新的文档，保存后重新上传。'
    : '请把年报表格复制到新的工作簿，另存为 .xlsx 后重新上传。';
  return problemDraft(problem('TIMED_OUT', `文件读了 ${seconds} 秒还没有读完，已停止。${advice}`));
}

function outOfMemoryDraft(): FileDraft {
  return problemDraft(
    problem('TOO_LARGE', '文件展开后太大，超过读取所用内存的上限。请只保留年报，另存为新文件后重新上传。'),
  );
}

/** A fault of the program: the operator sees the error, the one who uploaded is told it is not the file. */
function faultDraft(error: unknown): FileDraft {
  process.emitWarning(error instanceof Error ? error : String(error));
  return problemDraft(
    problem(
      'INTERNAL',
      '读取这个文件时程序出错，文件没有读入。请把文件和时间告诉管理员，或用 WPS 打开、另存一份后再试。',
    ),
  );
}
