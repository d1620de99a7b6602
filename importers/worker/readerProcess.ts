import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { compiled, type ReaderEnd, type ReaderHost, type ReaderHostEvents } from './readerHost.js';

/** What a process is told of its surroundings: nothing that is secret. */
const passedOn = ['TZ', 'LANG', 'LC_ALL', 'SystemRoot'];

/**
 * A process that reads files: whatever a file does to it, to its memory or to its time, is not done to this one.
 * It knows nothing of the database or the settings, and ends by itself when this process is gone.
 */
export class ReaderProcess extends EventEmitter<ReaderHostEvents> implements ReaderHost {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;

  /** `script`: below importers, compiled. */
  constructor(
    script: string,
    { heapMegabytes, execArgv = [] }: { heapMegabytes: number; execArgv?: string[] },
  ) {
    super();
    this.#child = fork(compiled(script), [String(process.pid)], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, ...execArgv],
      serialization: 'advanced',
      // The spreadsheet reader remarks there on what it finds odd in a file; faults come as messages.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: Object.fromEntries(passedOn.flatMap((name) => asEntry(name, process.env[name]))),
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#gone = new Promise((resolve) => {
      const end = (how: ReaderEnd, error: Error): void => {
        resolve();
        this.emit('gone', how, error);
      };
      // The last messages may come after the end of who sent them.
      const closed = new Promise((done) => this.#child.once('disconnect', done));
      this.#child.once('exit', (code, signal) => {
        const error = new Error(`a reading process ended by itself (${signal ?? code})`);
        void closed.then(() => end(endOf(code, signal), error));
      });
      // It could not be started; what cannot be sent is told by its end.
      this.#child.on('error', (error) => this.#child.pid === undefined && end('crashed', error));
    });
  }

  send(message: object): void {
    this.#child.send(message, () => undefined);
  }

  /** Ends it, whatever it is doing; resolves when it is gone. */
  async kill(): Promise<void> {
    // Whoever waits for its end must not end before.
    this.ref();
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** While it is given work, this process waits for it. */
  ref(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  unref(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }
}

function asEntry(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

/** V8 aborts when a heap is full. */
function endOf(code: number | null, signal: NodeJS.Signals | null): ReaderEnd {
  if (signal === 'SIGABRT' || code === 134) return 'outOfMemory';
  return signal === null ? 'crashed' : 'killed';
}
