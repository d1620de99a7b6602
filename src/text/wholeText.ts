/** Found faster than what has to be replaced: most texts hold neither. */
const perhapsUnkept = /[\0\ud800-\udfff]/;
/** So short a text, as that of most cells, is looked through faster than an expression is asked. */
const short = 24;
const unkept = /[\0\p{Surrogate}]/gu;

/** A text every store and format can keep: NUL and halves of characters are replaced by the sign for that. */
export function wholeText(text: string): string {
  const isWhole = text.length <= short ? isPlain(text) : !perhapsUnkept.test(text);
  return isWhole ? text : text.replace(unkept, '\ufffd');
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0 || (unit >= 0xd800 && unit <= 0xdfff)) return false;
  }
  return true;
}
