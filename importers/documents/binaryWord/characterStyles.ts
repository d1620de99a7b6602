import type { Extent } from './Extent.js';
import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** What a style adds, and the style that it is based on. */
interface Style {
  readonly base: number;
  readonly sprms: readonly Sprm[];
}

const kinds = { paragraph: 1, character: 2 };
const noStyle = 0xfff;
const mostStyles = 4_095;
const deepest = 20;

/** Finds what a style says of characters, over what it is based on. */
export function characterStyles(
  table: Stream,
  { offset, length }: Extent,
  wanted: ReadonlySet<number>,
): (style: number) => readonly Sprm[] {
  const styles = length < 6 ? [] : readStyles(table.part(offset, length), wanted);
  return (style) => {
    const chain: Style[] = [];
    for (let at = style; chain.length < deepest;) {
      const found = styles[at];
      if (!found) break;
      chain.unshift(found);
      at = found.base;
    }
    return chain.flatMap(({ sprms }) => sprms);
  };
}

function readStyles(sheet: Stream, wanted: ReadonlySet<number>): (Style | null)[] {
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
  return { base: base === noStyle ? -1 : base, sprms: list ? sprmsOf(list, wanted) : [] };
}
