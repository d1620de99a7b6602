import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A list of properties, and what it says. */
export interface KnownList<Meaning> {
  readonly at: number;
  readonly sprms: readonly Sprm[];
  readonly meaning: Meaning;
}

/** What stands in place of some properties of a list; the same list for what is the same, where that is known. */
export interface Instead {
  readonly codes: readonly number[];
  readonly of: (sprms: readonly Sprm[]) => readonly Sprm[];
}

/** No list is as long. */
const longestList = 0x10000;
/** So many lists of one length are looked through; a document has a few. */
const mostAlike = 16;

/** Lists of properties by their bytes: most stretches of a document say the same, and it is made out once. */
export class KnownLists<Meaning> {
  readonly none: KnownList<Meaning>;
  private readonly looked: ReadonlySet<number>;
  private readonly byPlace = new Map<number, KnownList<Meaning>>();
  private readonly meanings = new Map<readonly Sprm[], Meaning>();
  /** By their length, the one that was last asked for first. */
  private readonly byLength: (KnownList<Meaning>[] | undefined)[] = [];

  constructor(
    private readonly document: Stream,
    private readonly instead: Instead,
    wanted: ReadonlySet<number>,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.looked = new Set([...wanted, ...instead.codes]);
    this.none = { at: -1, sprms: [], meaning: meaningOf([]) };
  }

  at(at: number, length: number): KnownList<Meaning> {
    if (length === 0) return this.none;
    const place = at * longestList + length;
    let known = this.byPlace.get(place);
    if (!known) this.byPlace.set(place, (known = this.alike(at, length)));
    return known;
  }

  private alike(at: number, length: number): KnownList<Meaning> {
    const alike = (this.byLength[length] ??= []);
    for (let index = 0; index < alike.length; index++) {
      const known = alike[index];
      if (!known || !this.document.isSame(known.at, at, length)) continue;
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
    const sprms = this.instead.of(sprmsOf(this.document.part(at, length), this.looked));
    let meaning = this.meanings.get(sprms);
    if (meaning === undefined) this.meanings.set(sprms, (meaning = this.meaningOf(sprms)));
    return { at, sprms, meaning };
  }
}
