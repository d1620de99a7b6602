import type { EventEmitter } from 'node:events';

/** How what reads came to its end: by its own memory limit, by a signal from outside, or by a fault. */
export type ReaderEnd = 'outOfMemory' | 'killed' | 'crashed';

export interface ReaderHostEvents {
  message: [unknown];
  /** Once, after the last message. */
  gone: [ReaderEnd, Error];
}

/** Where files are read: a process or a thread, with limits of its own. */
export interface ReaderHost extends EventEmitter<ReaderHostEvents> {
  send(message: object): void;
  /** Ends it, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
  /** While it is given work, this process waits for it. */
  ref(): void;
  unref(): void;
}

/** `script`: below importers. Where tests run the sources, the compiled ones read. */
export function compiled(script: string): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? `../../dist/importers/${script}` : `../${script}`,
    import.meta.url,
  );
}
