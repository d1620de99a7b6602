import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { KnownLists, type Instead, type KnownList } from './KnownLists.js';
import type { Codes, Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** How a page of properties says where the list of each of its stretches is. */
interface Paging {
  /** So many bytes for each stretch, the first of which says where its list is, in pairs of bytes. */
  readonly entrySize: number;
  /** Where the list is that is found at a byte of the page, and how long it is, as one number. */
  listAt(document: Stream, page: number, at: number): number;
}

/** Where the pages of properties are listed, how a list is found, and which of its properties matter. */
interface Source {
  readonly extent: Extent;
  readonly paging: Paging;
  readonly instead: Instead;
  readonly wanted: Codes;
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
  private readonly paging: Paging;
  /** Where each page lies, and the byte of the document with which it begins. */
  private readonly pages: number[] = [];
  private readonly begins: number[] = [];
  /** Text goes by in order: the page and the stretch that was asked for last, from byte to byte. */
  private page = 0;
  private index = -1;
  private from = 0;
  private to = 0;
  private list: KnownList<Meaning>;
  /** The lists that were asked for last, by the pair of bytes at which they are found, and the pages of each. */
  private readonly found: KnownList<Meaning>[] = [];
  private readonly foundIn: number[] = [];

  constructor(
    private readonly document: Stream,
    table: Stream,
    { extent, paging, instead, wanted }: Source,
    private readonly meaningOf: (sprms: readonly Sprm[]) => Meaning,
  ) {
    this.paging = paging;
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
    const page = this.moveTo(offset) ? this.pages[this.page] : undefined;
    const pair = page === undefined ? 0 : this.pairOf(page, this.index);
    if (page === undefined || pair === 0) return 0;
    return this.document.u16(page + (this.paging.listAt(this.document, page, 2 * pair) >> pageBits) - 2);
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
    return (
      this.isAt(offset, this.page, this.index + 1) ||
      this.isAt(offset, this.page + 1, 0) ||
      this.search(offset)
    );
  }

  /** Whether a stretch is the one of a byte; then it is the one that was asked for last. */
  private isAt(offset: number, number: number, index: number): boolean {
    const page = this.pages[number];
    if (page === undefined || index < 0 || index >= this.countOf(page)) return false;
    const { document } = this;
    const from = document.u32(page + 4 * index);
    if (offset < from) return false;
    const to = document.u32(page + 4 * index + 4);
    if (offset >= to) return false;
    this.page = number;
    this.index = index;
    this.from = from;
    this.to = to;
    this.takeList(page);
    return true;
  }

  private search(offset: number): boolean {
    const { begins, document } = this;
    const number = lastAtMost(offset, begins.length, (index) => begins[index] ?? 0);
    const page = this.pages[number];
    if (page === undefined) return false;
    return this.isAt(
      offset,
      number,
      lastAtMost(offset, this.countOf(page), (at) => document.u32(page + 4 * at)),
    );
  }

  private takeList(page: number): void {
    const pair = this.pairOf(page, this.index);
    if (this.foundIn[pair] !== page) {
      this.found[pair] = this.listAt(page, pair);
      this.foundIn[pair] = page;
    }
    this.list = this.found[pair] ?? this.lists.none;
  }

  private listAt(page: number, pair: number): KnownList<Meaning> {
    if (pair === 0) return this.lists.none;
    const place = this.paging.listAt(this.document, page, 2 * pair);
    const [at, length] = [place >> pageBits, place & (pageSize - 1)];
    if (at + length > pageSize) throw broken('文件已损坏');
    return this.lists.at(page + at, length);
  }

  private pairOf(page: number, index: number): number {
    return this.document.u8(page + 4 * (this.countOf(page) + 1) + this.paging.entrySize * index);
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

export const ofCharacters: Paging = {
  entrySize: 1,
  listAt: (document, page, at) => placed(at + 1, document.u8(page + at)),
};

export const ofParagraphs: Paging = {
  entrySize: 13,
  listAt(document, page, at) {
    const first = document.u8(page + at);
    const start = first === 0 ? at + 2 : at + 1;
    const length = first === 0 ? 2 * document.u8(page + at + 1) : 2 * first - 1;
    // The list begins with the number of the paragraph's style.
    return placed(start + 2, Math.max(0, length - 2));
  },
};
