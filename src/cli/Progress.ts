import type { SingleBar } from 'cli-progress';
import { createRequire } from 'node:module';

/** A progress bar on a terminal; nothing anywhere else. */
export class Progress {
  readonly #bar: SingleBar | null;
  #done = 0;

  constructor(total: number, words: string, unit: 'files' | 'bytes' = 'files') {
    const share = unit === 'files' ? '{value}/{total}' : '{percentage}%';
    this.#bar =
      process.stderr.isTTY && total > 1
        ? new (barOf())({
            format: `${words} {bar} ${share}，还需 {eta_formatted}`,
            stream: process.stderr,
            clearOnComplete: true,
            hideCursor: true,
            barsize: 30,
          })
        : null;
    this.#bar?.start(total, 0);
  }

  /** One more is done. The line of the bar is cleared for what is printed meanwhile. */
  step(): void {
    this.#done += 1;
    this.#bar?.update(this.#done);
  }

  /** So much is done. */
  to(done: number): void {
    this.#done = done;
    this.#bar?.update(done);
  }

  clear(): void {
    if (this.#bar) process.stderr.write('\r\u001b[K');
  }

  stop(): void {
    this.#bar?.stop();
  }
}

/** Loaded where there is a bar to draw: on a terminal, for more than one file. */
function barOf(): typeof SingleBar {
  const bars = createRequire(import.meta.url)('cli-progress') as { readonly SingleBar: typeof SingleBar };
  return bars.SingleBar;
}
