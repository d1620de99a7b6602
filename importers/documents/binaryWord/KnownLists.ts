import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A list of properties, and what it says. */
export interface KnownList<Meaning> {
  readonly at: number;
  readonly sprms: readonly Sprm[];
  readonly meaning: Meaning;
}

/** What is too long for its page stands in the data stream: the properties of a row with many cells. */
const elsewhere = [0x6645, 0x6646, 0x646b];
/** So many lists of one length are looked through; a document has a few. */
const mostAlike = 16;

/** Lists of properties by their bytes: most stretches of a document say the same, and it is made out once. */
export class KnownLists<Meaning> {
  readonly none: KnownList<Meaning>;
  private readonly parted: ReadonlySet<number>;
  /** By their length, the one that was last asked for first. */
  private readonly byLength: (KnownList<Meaning>[] | undefined)[] = [];

  constructor(
    private readonly document: Stream,
    private readonly data: Stream | null,
    private readonly wanted: ReadonlySet<number>,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.parted = new Set([...wanted, ...elsewhere]);
    this.none = { at: -1, sprms: [], meaning: meaningOf([]) };
  }

  at(at: number, length: number): KnownList<Meaning> {
    if (length === 0) return this.none;
    const alike = (this.byLength[length] ??= []);
    for (let index = 0; index < alike.length; index++) {
      const known = alike[index];
      if (!known || !(known.at === at || this.document.isSame(known.at, at, length))) continue;
      if (index > 0) {
        alike.splice(index, 1);
        alike.unshift(known);
      }
      return known;
    }
    const made = this.made(at, length);
    if (alike.length === mostAlike) alike.pop();
    alike.unshift(made);
    return made;
  }

  private made(at: number, length: number): KnownList<Meaning> {
    const { data, parted, wanted } = this;
    const list = this.document.part(at, length);
    const sprms = !data
      ? sprmsOf(list, wanted)
      : sprmsOf(list, parted).flatMap((sprm) => {
          if (!elsewhere.includes(sprm.code)) return [sprm];
          const there = sprm.operand.u32(0);
          return sprmsOf(data.part(there + 2, data.u16(there)), wanted);
        });
    return { at, sprms, meaning: this.meaningOf(sprms) };
  }
}
