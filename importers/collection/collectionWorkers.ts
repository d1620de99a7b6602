import { Worker } from 'node:worker_threads';

/** Where tests run the sources, the worker is the compiled one. */
const workerUrl = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/importers/collection/collectionWorker.js', import.meta.url)
  : new URL('./collectionWorker.js', import.meta.url);

/**
 * Workers for collections, one each while it is read. The last one that came to its end well is kept for the
 * next: a new one reads at half the speed until its code is warm.
 */
export class CollectionWorkers {
  #idle: Worker | null = null;
  #isClosed = false;

  constructor(private readonly heapMegabytes: number) {}

  take(): Worker {
    const idle = this.#idle;
    this.#idle = null;
    idle?.ref();
    return idle ?? this.#start();
  }

  /** Takes back a worker that has nothing left to do. */
  async giveBack(worker: Worker): Promise<void> {
    if (this.#idle || this.#isClosed) await worker.terminate();
    else {
      this.#idle = worker;
      worker.unref();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#idle?.terminate();
    this.#idle = null;
  }

  #start(): Worker {
    const worker = new Worker(workerUrl, {
      execArgv: [],
      // A small young generation: rows are read and forgotten, and memory is to stay small meanwhile.
      resourceLimits: { maxOldGenerationSizeMb: this.heapMegabytes, maxYoungGenerationSizeMb: 16 },
      stderr: true,
    });
    worker.stderr.resume();
    // Whoever reads hears of it too; one that waits for work is merely not there any more.
    worker.on('error', () => this.#forget(worker)).on('exit', () => this.#forget(worker));
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#idle === worker) this.#idle = null;
  }
}
