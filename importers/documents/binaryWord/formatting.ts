import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A stretch of bytes of the document, and where in it the list of its properties stands. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly list: Extent;
}

interface KnownList {
  readonly list: Extent;
  readonly sprms: readonly Sprm[];
}

const none: readonly Sprm[] = [];
const empty: Extent = { offset: 0, length: 0 };

const pageSize = 512;
const hugeProperties = new Set([0x6645, 0x6646]);
const tableProperties = 0x646b;

/** Finds the properties of the characters or paragraphs that lie at a byte of the document. */
export class Formatting {
  /** By a number made of the bytes of the list: most stretches of a document look the same. */
  private readonly known = new Map<number, KnownList>();
  /** Text goes by in order: the stretch that was asked for last. */
  private last = 0;
  private before: KnownList = { list: empty, sprms: none };

  private constructor(
    private readonly document: Stream,
    private readonly stretches: readonly Stretch[],
    private readonly data: Stream | null,
  ) {}

  static ofCharacters(document: Stream, table: Stream, extent: Extent): Formatting {
    const stretches = stretchesOf(document, table, extent, (page, count, index) => {
      const at = 2 * document.u8(page + 4 * (count + 1) + index);
      return at === 0 ? empty : within(at + 1, document.u8(page + at), page);
    });
    return new Formatting(document, stretches, null);
  }

  static ofParagraphs(document: Stream, table: Stream, extent: Extent, data: Stream | null): Formatting {
    const stretches = stretchesOf(document, table, extent, (page, count, index) => {
      const at = 2 * document.u8(page + 4 * (count + 1) + 13 * index);
      if (at === 0) return empty;
      const first = document.u8(page + at);
      const [start, length] =
        first === 0 ? [at + 2, 2 * document.u8(page + at + 1)] : [at + 1, 2 * first - 1];
      // The list begins with the number of the paragraph's style.
      return length < 2 ? empty : within(start + 2, length - 2, page);
    });
    return new Formatting(document, stretches, data);
  }

  at(offset: number): readonly Sprm[] {
    return this.stretchAt(offset)?.sprms ?? none;
  }

  /** The properties at a byte, and the byte up to which they are the same; undefined where none are stored. */
  stretchAt(offset: number): { readonly sprms: readonly Sprm[]; readonly to: number } | undefined {
    const index = this.indexAt(offset);
    const stretch = this.stretches[index];
    if (!stretch) return undefined;
    this.last = index;
    return { sprms: this.sprms(stretch.list), to: stretch.to };
  }

  private indexAt(offset: number): number {
    const { stretches, last } = this;
    for (let index = last; index <= last + 1; index++) {
      const near = stretches[index];
      if (near && offset >= near.from && offset < near.to) return index;
    }
    let low = 0;
    let high = stretches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = stretches[middle];
      if (!found) break;
      if (offset < found.from) high = middle - 1;
      else if (offset >= found.to) low = middle + 1;
      else return middle;
    }
    return -1;
  }

  private sprms(list: Extent): readonly Sprm[] {
    const { offset, length } = list;
    if (length === 0) return none;
    if (this.before.list.offset === offset && this.before.list.length === length) return this.before.sprms;
    const sum = this.document.sum(offset, length);
    const known = this.known.get(sum);
    if (known && this.document.isSame(list, known.list)) return (this.before = known).sprms;
    const part = this.document.part(offset, length);
    const sprms = sprmsOf(part).flatMap((sprm) => [sprm, ...this.elsewhere(sprm)]);
    this.known.set(sum, (this.before = { list, sprms }));
    return sprms;
  }

  /** Properties of a row with many cells are too long for their page: they stand in the data stream. */
  private elsewhere({ code, operand }: Sprm): Sprm[] {
    if (!this.data || (code !== tableProperties && !hugeProperties.has(code))) return [];
    const at = operand.u32(0);
    return sprmsOf(this.data.part(at + 2, this.data.u16(at)));
  }
}

/** A list within its page; one that runs out of it is broken. */
function within(at: number, length: number, page: number): Extent {
  if (at + length > pageSize) throw broken('文件已损坏');
  return { offset: page + at, length };
}

/** The stretches of every page, in the order of the document; `listOf` finds the properties of one. */
function stretchesOf(
  document: Stream,
  table: Stream,
  { offset, length }: Extent,
  listOf: (page: number, count: number, index: number) => Extent,
): Stretch[] {
  const pages = Math.max(0, Math.floor((length - 4) / 8));
  const stretches: Stretch[] = [];
  for (let number = 0; number < pages; number++) {
    const page = (table.u32(offset + 4 * (pages + 1) + 4 * number) & 0x3fffff) * pageSize;
    const count = document.u8(page + pageSize - 1);
    for (let index = 0; index < count; index++) {
      const from = document.u32(page + 4 * index);
      stretches.push({ from, to: document.u32(page + 4 * index + 4), list: listOf(page, count, index) });
    }
  }
  return stretches.sort((one, other) => one.from - other.from);
}
