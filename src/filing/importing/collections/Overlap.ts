/** Pieces of work of which one may begin before the one before it has ended. */
export class Overlap {
  readonly #running = new Set<Promise<void>>();
  #fault: { readonly error: unknown } | undefined;

  constructor(private readonly atOnce: number) {}

  /**
   * Begins work as soon as there is room for it, and resolves when it may be followed: when it says so, or else at its
   * end. Rejects when it, or what was begun before, has failed.
   */
  async begin(work: (follow: () => void) => Promise<void>): Promise<void> {
    while (this.#running.size >= this.atOnce) await Promise.race(this.#running);
    this.#throwFault();
    await new Promise<void>((follow) => {
      const running = work(follow)
        .catch((error: unknown) => {
          this.#fault ??= { error };
        })
        .finally(() => {
          this.#running.delete(running);
          follow();
        });
      this.#running.add(running);
    });
    this.#throwFault();
  }

  /** Waits for the end of everything that was begun. */
  async end(): Promise<void> {
    await Promise.all(this.#running);
    this.#throwFault();
  }

  #throwFault(): void {
    if (this.#fault) throw this.#fault.error;
  }
}

/** Lets in one after the other. */
export class OneByOne {
  #last = Promise.resolve();

  /** Waits until it is the turn, and gives what lets in the next. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let leave = (): void => undefined;
    this.#last = new Promise((left) => {
      leave = left;
    });
    await before;
    return leave;
  }
}
