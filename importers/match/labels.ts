import { editDistance } from '../../src/text/editDistance.js';
import { footnoteMarks } from '../draft/writtenNumber.js';

const longestRemembered = 80;
const mostRemembered = 2_000;

const footnote = new RegExp(`(?<=\\p{Script=Han}[)）]?)[${footnoteMarks}\\s]+$`, 'u');

/** 规章①: the mark belongs to a note below the table. */
function withoutFootnote(text: string): string {
  return text.replace(footnote, '');
}

/** A printed label reduced to what must agree: width, spaces, brackets, quotes and points do not count. */
export const normalizeLabel = remembering((text) =>
  withoutFootnote(text)
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, ''),
);

/** 一、 （一） 1. 1． １、 (1) at the start of a label; a bare digit only before a word. */
const numbering =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[一二三四五六七八九十]{1,3}[、.,:]|\d{1,2}[、.,:)]|\d{1,2}(?=\p{L}))/u;

/** The label without its numbering, normalized. */
export const labelStem = remembering((text) =>
  normalizeLabel(withoutFootnote(text).normalize('NFKC').replace(/\s/g, '').replace(numbering, '')),
);

/** Agencies write the same labels: what was made of a short text is remembered, within bounds. */
function remembering(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > longestRemembered) return make(text);
    let made = known.get(text);
    if (made === undefined) {
      if (known.size >= mostRemembered) known.clear();
      known.set(text, (made = make(text)));
    }
    return made;
  };
}

/** The text before a local note in brackets or after a dash or line break; null when there is none. */
export function withoutNote(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\(?[^(\[【:;,\n]{2,}?)\s*(?:[([【:;,\n]|注:|备注).*$/su.exec(plain);
  return match?.[1] ?? null;
}

/** 1 for equal texts, 0 for texts with nothing in common: edits per character of the longer one. */
export function similarity(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  if (longer === 0) return 1;
  return 1 - editDistance(left, right) / longer;
}
