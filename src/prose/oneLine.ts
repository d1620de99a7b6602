/**
 * Prose as one line, as rules read it: a text conversion breaks lines in the middle of a word, spreads spaces
 * around numbers and leaves marks of its own. Digits and letters become half-width.
 */
export function oneLine(text: string): string {
  return text.replace(/[！-～]/g, halfWidth).replace(/[\s*#]+/g, '');
}

/** Full-width digits, letters and signs; punctuation that ends a sentence stays Chinese. */
function halfWidth(character: string): string {
  return /[\p{L}\p{N}．－＋％]/u.test(character) ? character.normalize('NFKC') : character;
}
