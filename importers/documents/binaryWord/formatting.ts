import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { KnownLists, type Instead } from './KnownLists.js';
import type { Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/**
 * The stretches of bytes of the document that look the same, in their order: where each begins and ends, and where
 * the list of its properties stands. A document has thousands of them.
 */
interface Stretches {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly list: Uint32Array;
  readonly length: Uint16Array;
}

/** Where the list of a stretch begins, within its page, and how long it is. */
type FindList = (document: Stream, page: number, count: number, index: number) => number;

/** Where the pages of properties are listed, how a list is found, and which of its properties matter. */
interface Source {
  readonly extent: Extent;
  readonly find: FindList;
  readonly instead: Instead;
  readonly wanted: ReadonlySet<number>;
}

const pageSize = 512;
/** A list within its page is known by one number: its place, and how long it is. */
const placed = (at: number, length: number): number => at * pageSize + length;

/** Finds what the properties of the characters or paragraphs say that lie at a byte of the document. */
export class Formatting<Meaning> {
  private readonly stretches: Stretches;
  private readonly lists: KnownLists<Meaning>;
  /** Text goes by in order: the stretch that was asked for last. */
  private last = 0;

  constructor(
    document: Stream,
    table: Stream,
    { extent, find, instead, wanted }: Source,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.stretches = stretchesOf(document, table, extent, find);
    this.lists = new KnownLists(document, instead, wanted, meaningOf);
  }

  /** What the properties at a byte say; `changes` are made on top of them. */
  at(offset: number, changes: readonly Sprm[]): Meaning {
    const index = this.indexAt(offset);
    const { list, length } = this.stretches;
    const { meaning, sprms } =
      index < 0 ? this.lists.none : this.lists.at(list[index] ?? 0, length[index] ?? 0);
    return changes.length > 0 ? this.meaningOf([...sprms, ...changes]) : meaning;
  }

  /** The byte up to which all is as at this one. */
  endAt(offset: number): number {
    const index = this.indexAt(offset);
    return index < 0 ? offset + 1 : (this.stretches.to[index] ?? 0);
  }

  private indexAt(offset: number): number {
    const { from, to } = this.stretches;
    const { last } = this;
    const isWithin = (index: number): boolean => offset >= (from[index] ?? 0) && offset < (to[index] ?? 0);
    if (isWithin(last)) return last;
    if (isWithin(last + 1)) return (this.last = last + 1);
    let low = 0;
    let high = from.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (offset < (from[middle] ?? 0)) high = middle - 1;
      else if (offset >= (to[middle] ?? 0)) low = middle + 1;
      else return (this.last = middle);
    }
    return -1;
  }
}

export const ofCharacters: FindList = (document, page, count, index) => {
  const at = 2 * document.u8(page + 4 * (count + 1) + index);
  return at === 0 ? 0 : placed(at + 1, document.u8(page + at));
};

export const ofParagraphs: FindList = (document, page, count, index) => {
  const at = 2 * document.u8(page + 4 * (count + 1) + 13 * index);
  if (at === 0) return 0;
  const first = document.u8(page + at);
  const start = first === 0 ? at + 2 : at + 1;
  const length = first === 0 ? 2 * document.u8(page + at + 1) : 2 * first - 1;
  // The list begins with the number of the paragraph's style.
  return length < 2 ? 0 : placed(start + 2, length - 2);
};

/** The stretches of every page, in the order of the document. */
function stretchesOf(document: Stream, table: Stream, { offset, length }: Extent, find: FindList): Stretches {
  const pages: number[] = [];
  let total = 0;
  const count = Math.max(0, Math.floor((length - 4) / 8));
  for (let number = 0; number < count; number++) {
    const page = (table.u32(offset + 4 * (count + 1) + 4 * number) & 0x3fffff) * pageSize;
    pages.push(page);
    total += document.u8(page + pageSize - 1);
  }
  const stretches: Stretches = {
    from: new Uint32Array(total),
    to: new Uint32Array(total),
    list: new Uint32Array(total),
    length: new Uint16Array(total),
  };
  let at = 0;
  let isInOrder = true;
  for (const page of pages) {
    const within = document.u8(page + pageSize - 1);
    for (let index = 0; index < within; index++, at++) {
      const place = find(document, page, within, index);
      const [list, size] = [Math.floor(place / pageSize), place % pageSize];
      if (list + size > pageSize) throw broken('文件已损坏');
      stretches.from[at] = document.u32(page + 4 * index);
      stretches.to[at] = document.u32(page + 4 * index + 4);
      stretches.list[at] = page + list;
      stretches.length[at] = size;
      isInOrder &&= at === 0 || (stretches.from[at] ?? 0) >= (stretches.from[at - 1] ?? 0);
    }
  }
  return isInOrder ? stretches : inOrder(stretches);
}

function inOrder({ from, to, list, length }: Stretches): Stretches {
  const order = Array.from(from.keys()).sort((one, other) => (from[one] ?? 0) - (from[other] ?? 0));
  const sorted = <Numbers extends Uint32Array | Uint16Array>(numbers: Numbers): Numbers =>
    numbers.map((_, index) => numbers[order[index] ?? 0] ?? 0) as Numbers;
  return { from: sorted(from), to: sorted(to), list: sorted(list), length: sorted(length) };
}
