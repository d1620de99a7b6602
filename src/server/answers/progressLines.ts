<<<<<<< HEAD:src/server/answers/progressLines.ts
=======
import type { LedgerAnswer } from './ledgerAnswer.js';
import type { ToldProgress } from './ledgerUpload.js';

type Work = (onProgress: (progress: ToldProgress) => void) => Promise<LedgerAnswer>;

>>>>>>> 0627494 (An import of a ledger is a run as that of a collection is: others see how far it is and call it off, and nothing of it is stored then):src/server/ledgers/progressLines.ts
/** Work that has begun, and what is told of it meanwhile. */
export interface ToldWork {
  readonly lines: AsyncGenerator<string>;
  /** Resolves when there is something to tell; rejects with what refused the work before that. */
  readonly begun: Promise<void>;
  /** Resolves when the work has ended, well or not, whether or not anybody listens. */
  readonly ended: Promise<void>;
}

/**
 * Begins the work and tells of it in lines: `{ progress }` each time it is further, at last the answer itself, or the
 * failure. They are sent as fast as they are taken; of what happens meanwhile only the last is told.
 */
<<<<<<< HEAD:src/server/answers/progressLines.ts
export function progressLines<Progress extends object>(
  work: (onProgress: (progress: Progress) => void) => Promise<object>,
  failureOf: (error: unknown) => object,
): ToldWork {
  let latest: Progress | null = null;
=======
export function progressLines(work: Work, failureOf: (error: unknown) => object): ToldWork {
  let latest: ToldProgress | null = { run: null, casesRead: 0, casesStored: 0 };
>>>>>>> 0627494 (An import of a ledger is a run as that of a collection is: others see how far it is and call it off, and nothing of it is stored then):src/server/ledgers/progressLines.ts
  let wake: () => void = () => undefined;
  let last: object | null = null;
  let begin: () => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const begun = new Promise<void>((resolve, reject) => ([begin, refuse] = [resolve, reject]));
  // Whoever tells of it from the start does not wait for this.
  begun.catch(() => undefined);
  const ended = work((progress) => {
    latest = progress;
    begin();
    wake();
  })
    .catch((error: unknown) => {
      refuse(error);
      return failureOf(error);
    })
    .then((answer) => {
      last = answer;
      begin();
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

  return { lines: tell(), begun, ended };
}

function line(document: object): string {
  return `${JSON.stringify(document)}\n`;
}
