/** Found faster than what has to be replaced: most texts hold neither. */
const perhapsUnkept = /[\0\ud800-\udfff]/;
const unkept = /[\0\p{Surrogate}]/gu;

/** A text every store and format can keep: NUL and halves of characters are replaced by the sign for that. */
export function wholeText(text: string): string {
  return perhapsUnkept.test(text) ? text.replace(unkept, '\ufffd') : text;
}
