import { collect } from '../collection/collect.js';
import type { CollectionPart } from '../collection/collectionPart.js';
import { collectionProcess } from '../collection/collectionProcess.js';
import { CollectionWorkers } from '../collection/collectionWorkers.js';
import type { FileDraft, ReadOptions } from '../draft/draft.js';
import type { FileBytes } from '../files/fileBytes.js';
import { heapMegabytes as defaultHeap, limits as defaultLimits, type Limits } from '../files/limits.js';
import { startReader, type Reader, type ReadTask } from './reader.js';
import type { ReaderHost } from './readerHost.js';
import { ReaderProcess } from './readerProcess.js';

export interface ReaderPoolSettings {
  /** How many files are read at once. */
  readonly workers?: number;
  /** Instead of the deadline of the layout. */
  readonly deadlineMilliseconds?: number;
  readonly heapMegabytes?: number;
  /** Where files are read; in a process of their own unless said otherwise. */
  readonly host?: () => ReaderHost;
  /** Other limits than the defaults, for both layouts. */
  readonly limits?: Partial<Limits>;
}

/** Who waits for a file. */
export interface ReadWatch {
  readonly signal?: AbortSignal;
  /** Is told how many cases of a ledger have been read, from time to time. */
  readonly onCases?: (read: number) => void;
}

export interface ReaderPool {
  /**
   * Reads a file in a worker, which is a process of its own unless the settings say otherwise. Whatever is wrong with
   * the file is a problem of the answer; it rejects only when the pool is closed, cannot start, or the signal is aborted
   * while the file waits or is read.
   */
  read(
    bytes: FileBytes,
    fileName: string,
    options: ReadOptions,
    watch?: AbortSignal | ReadWatch,
  ): Promise<FileDraft>;
  /**
   * Reads a file with many reports in a worker of its own, some at a time and only as fast as they are
   * taken. Ends early, with the reason of the signal, when that is aborted or the pool is closed.
   */
  collect(
    bytes: FileBytes,
    fileName: string,
    options: ReadOptions,
    signal?: AbortSignal,
  ): AsyncIterable<CollectionPart>;
  /** Ends the workers. Files still being read or waiting are rejected. */
  close(): Promise<void>;
  /** How many workers live now. None is started before the first file. */
  readonly size: number;
}

/** Files handed to a worker ahead, so that it reads on while this process stores. */
const aheadFiles = 32;
const aheadBytes = 4 * 1024 * 1024;

export function createReaderPool(settings: ReaderPoolSettings = {}): ReaderPool {
  const { workers = 1, deadlineMilliseconds, heapMegabytes = defaultHeap } = settings;
  const host = settings.host ?? (() => new ReaderProcess('worker/readWorker.js', { heapMegabytes }));
  const readers = new Set<Reader>();
  const collectionWorkers = new CollectionWorkers(heapMegabytes);
  const closing = new AbortController();
  let waiting: ReadTask[] = [];
  let isClosed = false;

  function dispatch(): void {
    for (let task = waiting[0]; task; task = waiting[0]) {
      const reader = readerFor(task);
      if (!reader) return;
      waiting.shift();
      reader.give(task);
    }
  }

  /** An idle reader, else a new one, else the one with the least before it. */
  function readerFor(task: ReadTask): Reader | undefined {
    const [least] = [...readers].sort((one, other) => one.tasks.length - other.tasks.length);
    if (least?.tasks.length === 0) return least;
    if (readers.size < workers) return newReader();
    return least && hasRoom(least, task) ? least : undefined;
  }

  function newReader(): Reader {
    const reader = startReader(host(), {
      onDone: dispatch,
      onGone(gone, undone) {
        readers.delete(gone);
        waiting = [...undone, ...waiting];
        if (isClosed) rejectWaiting();
        else dispatch();
      },
    });
    readers.add(reader);
    return reader;
  }

  function rejectWaiting(): void {
    for (const task of waiting.splice(0)) task.refuse(closed());
  }

  function cancel(task: ReadTask, reason: unknown): void {
    const reader = [...readers].find(({ tasks }) => tasks.includes(task));
    waiting = waiting.filter((other) => other !== task);
    // What the reader has not begun goes to its successor.
    if (reader?.tasks[0] === task) void reader.stop(asError(reason));
    else task.refuse(asError(reason));
  }

  function limitsOf({ layout = 'report' }: ReadOptions): Limits {
    return {
      ...defaultLimits[layout],
      ...settings.limits,
      ...(deadlineMilliseconds !== undefined && { deadlineMilliseconds }),
    };
  }

  const pool: ReaderPool = {
    get size() {
      return readers.size;
    },
    read(bytes, fileName, options, watch) {
      const { signal, onCases }: ReadWatch = watch instanceof AbortSignal ? { signal: watch } : (watch ?? {});
      if (isClosed) return Promise.reject(closed());
      if (signal?.aborted) return Promise.reject(asError(signal.reason));
      const limits = limitsOf(options);
      let onAbort = (): void => undefined;
      return new Promise<FileDraft>((answer, refuse) => {
        const job = { bytes, fileName, options, limits };
        const task: ReadTask = { job, answer, refuse, ...(onCases && { onCases }) };
        onAbort = () => cancel(task, signal?.reason);
        signal?.addEventListener('abort', onAbort);
        waiting.push(task);
        dispatch();
      }).finally(() => signal?.removeEventListener('abort', onAbort));
    },
    collect(bytes, fileName, options, signal) {
      const ending = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const job = { bytes, fileName, options, limits: limitsOf({ ...options, layout: 'collection' }) };
      const readOne = (file: FileBytes, name: string, asked: ReadOptions) =>
        pool.read(file, name, asked, ending);
      return collect(collectionProcess(job, collectionWorkers, ending), readOne, options);
    },
    async close() {
      isClosed = true;
      closing.abort(closed());
      rejectWaiting();
      await Promise.all([collectionWorkers.close(), ...[...readers].map((reader) => reader.stop(closed()))]);
    },
  };
  return pool;
}

function hasRoom(reader: Reader, task: ReadTask): boolean {
  const bytes = reader.tasks.reduce((sum, { job }) => sum + job.bytes.byteLength, task.job.bytes.byteLength);
  return reader.tasks.length < aheadFiles && bytes <= aheadBytes;
}

function closed(): Error {
  return new Error('the reader pool is closed');
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
