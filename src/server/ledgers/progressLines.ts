import type { LedgerAnswer, LedgerProgress } from './ledgerUpload.js';

type Work = (onProgress: (progress: LedgerProgress) => void) => Promise<LedgerAnswer>;

/** Work that has begun, and what is told of it meanwhile. */
export interface ToldWork {
  readonly lines: AsyncGenerator<string>;
  /** Resolves when the work has ended, well or not, whether or not anybody listens. */
  readonly ended: Promise<void>;
}

/**
 * Begins the work and tells of it in lines: `{ progress }` each time it is further, at last the answer itself, or the
 * failure. They are sent as fast as they are taken; of what happens meanwhile only the last is told.
 */
export function progressLines(work: Work, failureOf: (error: unknown) => object): ToldWork {
  let latest: LedgerProgress | null = { casesRead: 0, casesStored: 0 };
  let wake: () => void = () => undefined;
  let last: object | null = null;
  const ended = work((progress) => {
    latest = progress;
    wake();
  })
    .catch(failureOf)
    .then((answer) => {
      last = answer;
      wake();
    });

  async function* tell(): AsyncGenerator<string> {
    while (last === null) {
      const told = latest;
      latest = null;
      if (told) yield line({ progress: told });
      // What came while the line was taken is told at once.
      if (latest === null && last === null) await new Promise<void>((resolve) => (wake = resolve));
    }
    if (latest) yield line({ progress: latest });
    yield line(last);
  }

  return { lines: tell(), ended };
}

function line(document: object): string {
  return `${JSON.stringify(document)}\n`;
}
