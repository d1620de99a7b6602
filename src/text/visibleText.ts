/**
 * Characters that nobody sees: format characters, soft hyphens, fillers of Hangul, selectors of variants, and
 * controls other than tab and breaks of a line or a page.
 */
const invisible =
  /[\p{Cf}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f]|(?![\t\n\r\v\f])\p{Cc}/gu;

/** Most texts: letters, figures and signs of Latin and Chinese, all of them to be seen. */
const plain = /^[\n -~\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** What is to be seen of a text. */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll('\u0085', '\n').replace(invisible, '');
}
