import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { heapMegabytes } from '../files/limits.js';
import { compiled, type ReaderEnd, type ReaderHost, type ReaderHostEvents } from './readerHost.js';

/**
 * A thread that reads files, for a command that serves nobody: it begins in a third of the time that a process takes.
 * Its heap and its time have the same limits.
 */
export class ReaderThread extends EventEmitter<ReaderHostEvents> implements ReaderHost {
  readonly #worker: Worker;
  readonly #gone: Promise<void>;
  #isGone = false;

  constructor(megabytes: number = heapMegabytes) {
    super();
    this.#worker = new Worker(compiled('worker/readWorker.js'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // The spreadsheet reader remarks there on what it finds odd in a file; faults come as messages.
      stdout: true,
      stderr: true,
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    let how: ReaderEnd = 'crashed';
    let error: Error = new Error('a reading thread ended by itself');
    this.#worker.on('message', (message) => this.emit('message', message));
    this.#worker.on('error', (thrown: Error & { code?: string }) => {
      error = thrown;
      if (thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') how = 'outOfMemory';
    });
    this.#gone = new Promise((resolve) =>
      this.#worker.once('exit', () => {
        this.#isGone = true;
        resolve();
        this.emit('gone', how, error);
      }),
    );
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  send(message: object): void {
    this.#worker.postMessage(message);
  }

  async kill(): Promise<void> {
    await this.#worker.terminate();
    await this.#gone;
  }

  ref(): void {
    this.#worker.ref();
  }

  unref(): void {
    this.#worker.unref();
  }
}

let ahead: ReaderThread | undefined;

/** Begins to load what reads, while the command is still being loaded itself. Whoever does ends it if nobody takes it. */
export function beginThread(): void {
  ahead ??= new ReaderThread();
}

/** Ends the thread that was begun and not taken: there was no file, or the command was mistyped. */
export async function endThread(): Promise<void> {
  const unused = ahead;
  ahead = undefined;
  await unused?.kill();
}

/** The thread that was begun, else a new one. */
export function takeThread(): ReaderThread {
  const taken = ahead && !ahead.isGone ? ahead : new ReaderThread();
  ahead = undefined;
  return taken;
}
