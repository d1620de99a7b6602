/**
 * Prose as one line, as rules read it: a text conversion breaks lines in the middle of a word, spreads spaces
 * around numbers and leaves marks of its own. Digits and letters become half-width; two numbers side by side
 * stay two.
 */
export function oneLine(text: string): string {
  let line = text.replace(fullWidth, (character) => character.normalize('NFKC')).replace(/[*#]+/g, '');
  if (/\s/.test(line)) line = line.replace(/(\d)\s+(?=\d)/g, '$1 ').replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
  return thousands.test(line) ? line.replace(/(?<=(?<!\d)\d{1,3})，(?=\d{3}(?!\d))/g, ',') : line;
}

/** Full-width digits, letters and signs; punctuation that ends a sentence stays Chinese. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ．－＋％]/g;

/** Most lines have none: looking is cheaper than replacing. */
const thousands = /\d，\d{3}/;
