import { normalizeLabel } from '../../match/labels.js';

const numbering = /^(?:\(?[一二三四五六七八九十]{1,2}\)|[一二三四五六]、|\d{1,2}[.、,)](?!\d))/;

/** A word as it is looked up: without numbering, width, spaces and signs. */
export function normalWord(text: string): string {
  let rest = text.normalize('NFKC').replace(/\s/g, '');
  for (let next = rest.replace(numbering, ''); next !== rest; next = rest.replace(numbering, '')) rest = next;
  return normalizeLabel(rest).toLowerCase();
}

/** A text that holds several words: 不予公开—属于国家秘密, 法人或其他组织（企业）. */
export function wordsIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[-—–―:/\\、,;+()[\]【】>→|\s]+|\d{1,2}[.、]/)
    .map(normalWord)
    .filter((word) => word !== '' && !/^(?:[一二三四五六七八九十]|\d{1,2})$/.test(word));
}

/** Looks words up: by their normal spelling, each meaning with the words for it. */
export function lookup(meanings: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(meanings).flatMap(([meaning, words]) =>
      words.map((word) => [normalWord(word), meaning] as const),
    ),
  );
}
