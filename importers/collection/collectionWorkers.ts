import { ReaderProcess } from '../worker/readerProcess.js';

/** A small young generation: rows are read and forgotten, and memory is to stay small meanwhile. */
const execArgv = ['--max-semi-space-size=8'];

/**
 * Processes for collections, one each while it is read. The last one that came to its end well is kept for the
 * next: a new one reads at half the speed until its code is warm.
 */
export class CollectionWorkers {
  #idle: ReaderProcess | null = null;
  #isClosed = false;

  constructor(private readonly heapMegabytes: number) {}

  take(): ReaderProcess {
    const idle = this.#idle;
    this.#idle = null;
    idle?.ref();
    return idle ?? this.#start();
  }

  /** Takes back a worker that has nothing left to do. */
  async giveBack(worker: ReaderProcess): Promise<void> {
    if (this.#idle || this.#isClosed) await worker.kill();
    else {
      this.#idle = worker;
      worker.unref();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#idle?.kill();
    this.#idle = null;
  }

  #start(): ReaderProcess {
    const { heapMegabytes } = this;
    const worker = new ReaderProcess('collection/collectionWorker.js', { heapMegabytes, execArgv });
    // Whoever reads hears of it too; one that waits for work is merely not there any more.
    worker.on('gone', () => this.#forget(worker));
    return worker;
  }

  #forget(worker: ReaderProcess): void {
    if (this.#idle === worker) this.#idle = null;
  }
}
