import type { Extent } from './Extent.js';
import { sprmsOf, type Codes, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** What a style adds, and the style that it is based on. */
interface Style {
  readonly base: number;
  readonly isOfParagraphs: boolean;
  readonly sprms: readonly Sprm[];
}

const kinds = { paragraph: 1, character: 2 };
const noStyle = 0xfff;
const mostStyles = 4_095;
const deepest = 20;

/** What styles say of characters. */
export class CharacterStyles {
  private readonly styles: readonly (Style | null)[];

  constructor(table: Stream, { offset, length }: Extent, wanted: Codes) {
    this.styles = length < 6 ? [] : readStyles(table.part(offset, length), wanted);
  }

  /** What a style says, over what it is based on. */
  of(style: number): readonly Sprm[] {
    const chain: (readonly Sprm[])[] = [];
    for (let found = this.styles[style]; found && chain.length < deepest; found = this.styles[found.base])
      chain.unshift(found.sprms);
    return chain.flat();
  }

  /** The styles of paragraphs whose text says more than its own properties do, with what they say. */
  ofParagraphs(matters: (sprms: readonly Sprm[]) => boolean): ReadonlyMap<number, readonly Sprm[]> {
    const found = new Map<number, readonly Sprm[]>();
    if (!this.styles.some((style) => style && style.sprms.length > 0 && matters(style.sprms))) return found;
    for (const [style, read] of this.styles.entries()) {
      const sprms = read?.isOfParagraphs ? this.of(style) : [];
      if (sprms.length > 0 && matters(sprms)) found.set(style, sprms);
    }
    return found;
  }
}

function readStyles(sheet: Stream, wanted: Codes): readonly (Style | null)[] {
  const count = Math.min(sheet.u16(2), mostStyles);
  const fixed = sheet.u16(4);
  const styles: (Style | null)[] = [];
  let at = 2 + sheet.u16(0);
  while (styles.length < count && at + 2 <= sheet.length) {
    const size = sheet.u16(at);
    at += 2;
    if (at + size > sheet.length) break;
    const isRead = size >= fixed && fixed >= 10;
    styles.push(isRead ? readStyle(sheet, { offset: at, length: size }, fixed, wanted) : null);
    at += size;
  }
  return styles;
}

/** A style: numbers, its name, and lists of properties, each at an even place. */
function readStyle(sheet: Stream, { offset: start, length }: Extent, fixed: number, wanted: Codes): Style {
  const end = start + length;
  const kindAndBase = sheet.u16(start + 2);
  const kind = kindAndBase & 0xf;
  const base = kindAndBase >> 4;
  const nameAt = start + fixed;
  let at = nameAt + 2 + 2 * (nameAt + 2 <= end ? sheet.u16(nameAt) : 0) + 2;
  // That of the characters stands behind that of the paragraph.
  if (kind === kinds.paragraph && at + 2 <= end) at += evenly(2 + sheet.u16(at));
  const hasList = (kind === kinds.paragraph || kind === kinds.character) && at + 2 <= end;
  const size = hasList ? sheet.u16(at) : 0;
  const isWithin = size > 0 && at + 2 + size <= end;
  return {
    base: base === noStyle ? -1 : base,
    isOfParagraphs: kind === kinds.paragraph,
    sprms: isWithin ? sprmsOf(sheet.part(at + 2, size), wanted) : nothing,
  };
}

const nothing: readonly Sprm[] = [];
const evenly = (size: number): number => size + (size & 1);
