import type { Extent } from './header.js';
import { sprmsOf, type Sprm } from './sprms.js';
import { Stream } from './Stream.js';

/** Properties of a stretch of bytes of the document. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly list: Stream;
}

const pageSize = 512;
const hugeProperties = new Set([0x6645, 0x6646]);
const tableProperties = 0x646b;

/** Finds the properties of the characters or paragraphs that lie at a byte of the document. */
export class Formatting {
  private readonly known = new Map<Stream, readonly Sprm[]>();

  private constructor(
    private readonly stretches: readonly Stretch[],
    private readonly data: Stream | null,
  ) {}

  static ofCharacters(document: Stream, table: Stream, extent: Extent): Formatting {
    const stretches = pagesOf(document, table, extent).flatMap((page) => {
      const count = page.u8(pageSize - 1);
      return Array.from({ length: count }, (_, index): Stretch => {
        const at = 2 * page.u8(4 * (count + 1) + index);
        return stretch(page, index, at === 0 ? empty : page.part(at + 1, page.u8(at)));
      });
    });
    return new Formatting(inOrder(stretches), null);
  }

  static ofParagraphs(document: Stream, table: Stream, extent: Extent, data: Stream | null): Formatting {
    const stretches = pagesOf(document, table, extent).flatMap((page) => {
      const count = page.u8(pageSize - 1);
      return Array.from({ length: count }, (_, index): Stretch => {
        const at = 2 * page.u8(4 * (count + 1) + 13 * index);
        return stretch(page, index, at === 0 ? empty : paragraphList(page, at));
      });
    });
    return new Formatting(inOrder(stretches), data);
  }

  at(offset: number): readonly Sprm[] {
    const { stretches } = this;
    let low = 0;
    let high = stretches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = stretches[middle];
      if (!found) break;
      if (offset < found.from) high = middle - 1;
      else if (offset >= found.to) low = middle + 1;
      else return this.sprms(found.list);
    }
    return [];
  }

  private sprms(list: Stream): readonly Sprm[] {
    const known = this.known.get(list);
    if (known) return known;
    const sprms = sprmsOf(list).flatMap((sprm) => [sprm, ...this.elsewhere(sprm)]);
    this.known.set(list, sprms);
    return sprms;
  }

  /** Properties of a row with many cells are too long for their page: they stand in the data stream. */
  private elsewhere({ code, operand }: Sprm): Sprm[] {
    if (!this.data || (code !== tableProperties && !hugeProperties.has(code))) return [];
    const at = operand.u32(0);
    return sprmsOf(this.data.part(at + 2, this.data.u16(at)));
  }
}

const empty = new Stream(new Uint8Array(0));

function pagesOf(document: Stream, table: Stream, { offset, length }: Extent): Stream[] {
  const count = Math.max(0, Math.floor((length - 4) / 8));
  return Array.from({ length: count }, (_, index) => {
    const page = table.u32(offset + 4 * (count + 1) + 4 * index) & 0x3fffff;
    return document.part(page * pageSize, pageSize);
  });
}

function stretch(page: Stream, index: number, list: Stream): Stretch {
  return { from: page.u32(4 * index), to: page.u32(4 * index + 4), list };
}

function paragraphList(page: Stream, at: number): Stream {
  const first = page.u8(at);
  const [start, length] = first === 0 ? [at + 2, 2 * page.u8(at + 1)] : [at + 1, 2 * first - 1];
  // The list begins with the number of the paragraph's style.
  return length < 2 ? empty : page.part(start + 2, length - 2);
}

function inOrder(stretches: Stretch[]): Stretch[] {
  return stretches.sort((one, other) => one.from - other.from);
}
