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
export function progressLines<Progress extends object>(
  work: (onProgress: (progress: Progress) => void) => Promise<object>,
  failureOf: (error: unknown) => object,
): ToldWork {
  let latest: Progress | null = null;
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
