import { NotUnderstood } from './NotUnderstood.js';

/** What stands among the tags of an XML part and is none. */
interface Aside {
  /** As it would be written without it. */
  readonly text: string;
  /** Where the part goes on. */
  readonly end: number;
}

const kinds = [
  { begin: '<![CDATA[', end: ']]>', isText: true },
  { begin: '<!--', end: '-->', isText: false },
  { begin: '<?', end: '?>', isText: false },
] as const;

/** A comment, an instruction or a text that need not be escaped, which begins there. */
export function asideAt(xml: string, open: number): Aside {
  const kind = kinds.find(({ begin }) => xml.startsWith(begin, open));
  if (!kind) throw new NotUnderstood('a declaration');
  const from = open + kind.begin.length;
  const to = xml.indexOf(kind.end, from);
  if (to < 0) throw new NotUnderstood('a comment without an end');
  return { text: kind.isText ? escaped(xml.slice(from, to)) : '', end: to + kind.end.length };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
