import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { KnownLists, type Instead, type KnownList } from './KnownLists.js';
import type { Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A stretch of bytes of the document that looks the same, and where the list of its properties stands. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly list: number;
  readonly length: number;
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
  private readonly stretches: readonly Stretch[];
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
    const stretch = this.stretches[this.indexAt(offset)];
    const { meaning, sprms } = stretch ? this.listOf(stretch) : this.lists.none;
    return changes.length > 0 ? this.meaningOf([...sprms, ...changes]) : meaning;
  }

  /** The byte up to which all is as at this one. */
  endAt(offset: number): number {
    return this.stretches[this.indexAt(offset)]?.to ?? offset + 1;
  }

  private listOf({ list, length }: Stretch): KnownList<Meaning> {
    return this.lists.at(list, length);
  }

  private indexAt(offset: number): number {
    const { stretches, last } = this;
    for (let index = last; index <= last + 1; index++) {
      const near = stretches[index];
      if (near && offset >= near.from && offset < near.to) return (this.last = index);
    }
    let low = 0;
    let high = stretches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = stretches[middle];
      if (!found) break;
      if (offset < found.from) high = middle - 1;
      else if (offset >= found.to) low = middle + 1;
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
function stretchesOf(document: Stream, table: Stream, { offset, length }: Extent, find: FindList): Stretch[] {
  const pages = Math.max(0, Math.floor((length - 4) / 8));
  const stretches: Stretch[] = [];
  let isInOrder = true;
  let before = 0;
  for (let number = 0; number < pages; number++) {
    const page = (table.u32(offset + 4 * (pages + 1) + 4 * number) & 0x3fffff) * pageSize;
    const count = document.u8(page + pageSize - 1);
    for (let index = 0; index < count; index++) {
      const from = document.u32(page + 4 * index);
      const place = find(document, page, count, index);
      const at = Math.floor(place / pageSize);
      const size = place % pageSize;
      if (at + size > pageSize) throw broken('文件已损坏');
      stretches.push({ from, to: document.u32(page + 4 * index + 4), list: page + at, length: size });
      isInOrder &&= from >= before;
      before = from;
    }
  }
  return isInOrder ? stretches : stretches.sort((one, other) => one.from - other.from);
}
