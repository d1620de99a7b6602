const unkept = /[\0\p{Surrogate}]/gu;

/** A text every store and format can keep: NUL and halves of characters are replaced by the sign for that. */
export function wholeText(text: string): string {
  return text.replace(unkept, '\ufffd');
}
