/** Where the log of the primary stood, and when. */
interface Mark {
  readonly at: number;
  readonly position: bigint;
}

/**
 * How far behind the primary a standby is, in time: by the clock of this process alone, so that neither clocks that
 * are apart nor a primary on which nothing happens make it look late.
 */
export class Progress {
  #marks: Mark[] = [];
  #upToDateAt = -Infinity;
  #replayed = 0n;

  constructor(private readonly limitMilliseconds: number) {}

  /** The primary stood here, at the latest. */
  mark(position: bigint, at: number): void {
    this.#marks.push({ at, position });
  }

  /** The standby shows what was written up to here. */
  replay(position: bigint, at: number): void {
    this.#replayed = position;
    const reached = this.#marks.filter((mark) => mark.position <= position).at(-1);
    if (reached) this.#upToDateAt = Math.max(this.#upToDateAt, reached.at);
    this.#marks = this.#marks.filter((mark) => mark.at > at - 2 * this.limitMilliseconds);
  }

  /** Whether it shows all that was written up to a position, and is not further behind than it may be. */
  isFit(position: bigint, now: number): boolean {
    return this.#replayed >= position && now - this.#upToDateAt <= this.limitMilliseconds;
  }
}
