import { sprmsOf, type Codes, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A list of properties, and what it says. */
export interface KnownList<Meaning> {
  readonly at: number;
  readonly sprms: readonly Sprm[];
  readonly meaning: Meaning;
}

/** What stands in place of some properties of a list; the same list for what is the same, where that is known. */
export type Instead = (sprms: readonly Sprm[]) => readonly Sprm[];

/** So many lists of one length are looked through; a document has a few. */
const mostAlike = 16;

/** Lists of properties by their bytes: most stretches of a document say the same, and it is made out once. */
export class KnownLists<Meaning> {
  readonly none: KnownList<Meaning>;
  private readonly meanings = new Map<readonly Sprm[], Meaning>();
  /** By their length, the one that was last asked for first. */
  private readonly byLength = new Map<number, KnownList<Meaning>[]>();

  constructor(
    private readonly document: Stream,
    private readonly instead: Instead,
    private readonly wanted: Codes,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.none = { at: -1, sprms: [], meaning: meaningOf([]) };
  }

  at(at: number, length: number): KnownList<Meaning> {
    if (length === 0) return this.none;
    let alike = this.byLength.get(length);
    if (!alike) this.byLength.set(length, (alike = []));
    for (let index = 0; index < alike.length; index++) {
      const known = alike[index];
      if (!known || !this.document.isSame(known.at, at, length)) continue;
      putFirst(alike, index, known);
      return known;
    }
    const made = this.made(at, length);
    if (alike.length < mostAlike) alike.push(made);
    putFirst(alike, alike.length - 1, made);
    return made;
  }

  private made(at: number, length: number): KnownList<Meaning> {
    const sprms = this.instead(sprmsOf(this.document.part(at, length), this.wanted));
    let meaning = this.meanings.get(sprms);
    if (meaning === undefined) this.meanings.set(sprms, (meaning = this.meaningOf(sprms)));
    return { at, sprms, meaning };
  }
}

/** In place of the one at an index, which goes if it is another; those before it move back. */
function putFirst<One>(all: One[], index: number, one: One): void {
  for (let at = index; at > 0; at--) all[at] = all[at - 1] ?? one;
  all[0] = one;
}
