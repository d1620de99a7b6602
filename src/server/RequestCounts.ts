const minute = 60_000;

/** How often each has asked within a minute, in this process. */
export class RequestCounts {
  #counts = new Map<string, number>();
  #since = 0;

  /** `most` 0: whatever number. */
  constructor(private readonly most: number) {}

  /** Whether somebody may ask once more. */
  allows(name: string, now = Date.now()): boolean {
    if (this.most === 0) return true;
    if (now - this.#since >= minute || now < this.#since) {
      this.#since = now;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count <= this.most;
  }
}
