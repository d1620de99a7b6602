/**
 * Prose as one line, as rules read it: a text conversion breaks lines in the middle of a word, spreads spaces
 * around numbers and leaves marks of its own. Digits and letters become half-width; two numbers side by side
 * stay two.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[！-～]/g, halfWidth)
    .replace(/[*#]+/g, '')
    .replace(/(?<=\d)\s+(?=\d)/g, ' ')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/(?<=(?<!\d)\d{1,3})，(?=\d{3}(?!\d))/g, ',');
}

/** Full-width digits, letters and signs; punctuation that ends a sentence stays Chinese. */
function halfWidth(character: string): string {
  return /[\p{L}\p{N}．－＋％]/u.test(character) ? character.normalize('NFKC') : character;
}
