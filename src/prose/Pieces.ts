/** How many characters stand together in one piece. */
const length = 5;

/**
 * The different pieces of five characters of a text. A piece is kept as the place where it first stands, in a table
 * found by what it says: no string is made for it.
 */
export class Pieces {
  readonly #characters: Uint32Array;
  /** The place of a piece and one; 0 is free. At most half of it is filled. */
  readonly #table: Int32Array;
  readonly size: number;

  constructor(text: string) {
    this.#characters = charactersOf(text);
    const last = this.#characters.length - length;
    let room = 8;
    while (room < 2 * (last + 1)) room *= 2;
    this.#table = new Int32Array(room);
    let size = 0;
    for (let place = 0; place <= last; place += 1) {
      const slot = this.#slotOf(this.#characters, place);
      if (this.#table[slot] !== 0) continue;
      this.#table[slot] = place + 1;
      size += 1;
    }
    this.size = size;
  }

  commonWith(other: Pieces): number {
    let common = 0;
    for (const kept of this.#table)
      if (kept !== 0 && other.#table[other.#slotOf(this.#characters, kept - 1)] !== 0) common += 1;
    return common;
  }

  /** Where the piece that stands at a place of these characters is kept, or would be. */
  #slotOf(characters: Uint32Array, place: number): number {
    const table = this.#table;
    let hash = 0;
    for (let at = place; at < place + length; at += 1) hash = Math.imul(hash ^ characters[at]!, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & (table.length - 1);
    while (table[slot] !== 0 && !isSame(this.#characters, table[slot]! - 1, characters, place))
      slot = (slot + 1) & (table.length - 1);
    return slot;
  }
}

function isSame(one: Uint32Array, from: number, other: Uint32Array, start: number): boolean {
  for (let at = 0; at < length; at += 1) if (one[from + at] !== other[start + at]) return false;
  return true;
}

function charactersOf(text: string): Uint32Array {
  const characters = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.codePointAt(at)!;
    if (character > 0xffff) at += 1;
    characters[count] = character;
    count += 1;
  }
  return characters.subarray(0, count);
}
