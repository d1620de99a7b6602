const minute = 60_000;

/** Who asks seldom need not be told of: so small a part of what one may ask is kept to oneself. */
const shareUntold = 0.02;

/** How often each has asked within a minute: this process, and the others as far as it was told. */
export class RequestCounts {
  #counts = new Map<string, number>();
  #elsewhere = new Map<string, number>();
  #minute = -1;
  /** How far the clock of this process is from the one by which all count. */
  #apart = 0;

  /** `most` 0: whatever number. */
  constructor(readonly most: number) {}

  /** Whether somebody may ask once more. */
  allows(name: string, now = Date.now()): boolean {
    return this.most === 0 || this.count(name, now).current <= this.most;
  }

  /** Counts one more; gives how many there are, and for how long they count. */
  count(name: string, now = Date.now()): { readonly current: number; readonly ttl: number } {
    const at = now + this.#apart;
    this.#begin(Math.floor(at / minute));
    const here = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, here);
    return { current: here + (this.#elsewhere.get(name) ?? 0), ttl: minute - (at % minute) };
  }

  /** The minute by the clock by which all count, and what the others are to be told of it. */
  told(now = Date.now()): { readonly minute: number; readonly counts: ReadonlyMap<string, number> } {
    this.#begin(Math.floor((now + this.#apart) / minute));
    const least = Math.max(1, this.most * shareUntold);
    return {
      minute: this.#minute,
      counts: new Map([...this.#counts].filter(([, count]) => count >= least)),
    };
  }

  /** What the others told of a minute; `at`: the time by the clock by which all count. */
  hear(counted: number, counts: ReadonlyMap<string, number>, at: number, now = Date.now()): void {
    this.#apart = at - now;
    if (counted === this.#minute) this.#elsewhere = new Map(counts);
  }

  #begin(current: number): void {
    if (current === this.#minute) return;
    this.#minute = current;
    this.#counts = new Map();
    this.#elsewhere = new Map();
  }
}
