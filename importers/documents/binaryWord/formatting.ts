import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { KnownLists, type Instead, type KnownList } from './KnownLists.js';
import type { Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** Where the list of a stretch begins within its page, and how long it is, as one number. */
type FindList = (document: Stream, page: number, count: number, index: number) => number;

/** Where the pages of properties are listed, how a list is found, and which of its properties matter. */
interface Source {
  readonly extent: Extent;
  readonly find: FindList;
  readonly instead: Instead;
  readonly wanted: ReadonlySet<number>;
}

const pageBits = 9;
const pageSize = 1 << pageBits;
/** A list within its page is known by one number: its place, and how long it is. */
const placed = (at: number, length: number): number => (at << pageBits) | length;

/**
 * Finds what the properties of the characters or paragraphs say that lie at a byte of the document. Pages of
 * properties hold the ends of stretches that look the same, in their order; a document has thousands of stretches,
 * so they are read where they lie.
 */
export class Formatting<Meaning> {
  private readonly lists: KnownLists<Meaning>;
  private readonly find: FindList;
  /** Where each page lies, and the byte of the document with which it begins. */
  private readonly pages: number[] = [];
  private readonly begins: number[] = [];
  /** Text goes by in order: the page and the stretch that was asked for last, from byte to byte. */
  private page = 0;
  private index = 0;
  private from = 0;
  private to = 0;
  private list: KnownList<Meaning>;
  private place = 0;

  constructor(
    private readonly document: Stream,
    table: Stream,
    { extent, find, instead, wanted }: Source,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.find = find;
    this.lists = new KnownLists(document, instead, wanted, meaningOf);
    this.list = this.lists.none;
    this.listPages(table, extent);
  }

  /** What the properties at a byte say, over those of `base`; `changes` are made on top of them. */
  at(offset: number, changes: readonly Sprm[], base: readonly Sprm[] = none): Meaning {
    const { meaning, sprms } = this.moveTo(offset) ? this.list : this.lists.none;
    if (changes.length === 0 && base.length === 0) return meaning;
    return this.meaningOf([...base, ...sprms, ...changes]);
  }

  /** The number of the style that the list of a paragraph begins with. */
  styleAt(offset: number): number {
    const within = this.moveTo(offset) ? this.place >> pageBits : 0;
    return within === 0 ? 0 : this.document.u16((this.pages[this.page] ?? 0) + within - 2);
  }

  /** The byte up to which all is as at this one. */
  endAt(offset: number): number {
    return this.moveTo(offset) ? this.to : offset + 1;
  }

  private listPages(table: Stream, { offset, length }: Extent): void {
    const { document } = this;
    const count = Math.max(0, Math.floor((length - 4) / 8));
    if (count > document.length / pageSize) throw broken('文件已损坏');
    let last = 0;
    for (let number = 0; number < count; number++) {
      const page = (table.u32(offset + 4 * (count + 1) + 4 * number) & 0x3fffff) * pageSize;
      const within = document.u8(page + pageSize - 1);
      if (within === 0) continue;
      this.pages.push(page);
      this.begins.push(document.u32(page));
      for (let index = 0; index <= within; index++) {
        const edge = document.u32(page + 4 * index);
        if (edge < last) throw broken('文件已损坏');
        last = edge;
      }
    }
  }

  /** False where no stretch reaches. */
  private moveTo(offset: number): boolean {
    if (offset >= this.from && offset < this.to) return true;
    const page = this.pages[this.page];
    if (page !== undefined && offset >= this.to && this.index + 1 < this.countOf(page)) {
      const end = this.document.u32(page + 4 * (this.index + 2));
      if (offset < end) {
        this.take(this.page, page, this.index + 1);
        return true;
      }
    }
    return this.search(offset);
  }

  private search(offset: number): boolean {
    const { begins, document } = this;
    const number = lastAtMost(offset, begins.length, (index) => begins[index] ?? 0);
    const page = this.pages[number];
    if (page === undefined) return false;
    const index = lastAtMost(offset, this.countOf(page), (at) => document.u32(page + 4 * at));
    if (offset >= document.u32(page + 4 * (index + 1))) return false;
    this.take(number, page, index);
    return true;
  }

  private take(number: number, page: number, index: number): void {
    const { document } = this;
    this.place = this.find(document, page, this.countOf(page), index);
    const [at, length] = [this.place >> pageBits, this.place & (pageSize - 1)];
    if (at + length > pageSize) throw broken('文件已损坏');
    this.list = this.lists.at(page + at, length);
    this.page = number;
    this.index = index;
    this.from = document.u32(page + 4 * index);
    this.to = document.u32(page + 4 * index + 4);
  }

  private countOf(page: number): number {
    return this.document.u8(page + pageSize - 1);
  }
}

const none: readonly Sprm[] = [];

/** The last of some numbers in their order that is not beyond a limit; -1 for none. */
function lastAtMost(limit: number, count: number, at: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
