import type { Extent } from './Extent.js';
import { sprmsOf, type Sprm } from './sprms.js';
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

  constructor(table: Stream, { offset, length }: Extent, wanted: ReadonlySet<number>) {
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

function readStyles(sheet: Stream, wanted: ReadonlySet<number>): readonly (Style | null)[] {
  const count = Math.min(sheet.u16(2), mostStyles);
  const fixed = sheet.u16(4);
  const styles: (Style | null)[] = [];
  let at = 2 + sheet.u16(0);
  while (styles.length < count && at + 2 <= sheet.length) {
    const size = sheet.u16(at);
    at += 2;
    if (at + size > sheet.length) break;
    styles.push(size < fixed || fixed < 10 ? null : readStyle(sheet.part(at, size), fixed, wanted));
    at += size;
  }
  return styles;
}

/** A style: numbers, its name, and lists of properties, each at an even place. */
function readStyle(style: Stream, fixed: number, wanted: ReadonlySet<number>): Style | null {
  const kind = style.u16(2) & 0xf;
  const base = style.u16(2) >> 4;
  let at = fixed + 2 + 2 * (fixed + 2 <= style.length ? style.u16(fixed) : 0) + 2;
  const next = (): Stream | null => {
    if (at + 2 > style.length) return null;
    const size = style.u16(at);
    if (at + 2 + size > style.length) return null;
    const list = style.part(at + 2, size);
    at += 2 + size + (size & 1);
    return list;
  };
  if (kind === kinds.paragraph) next();
  const list = kind === kinds.paragraph || kind === kinds.character ? next() : null;
  return {
    base: base === noStyle ? -1 : base,
    isOfParagraphs: kind === kinds.paragraph,
    sprms: list ? sprmsOf(list, wanted) : [],
  };
}
