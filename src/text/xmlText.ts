/**
 * A text as XML and HTML hold it, between tags or in an attribute. The break of a line that Word and WPS put on the
 * clipboard (U+000B) and that of a page stay breaks, so that what stood on two lines is not joined; other controls
 * and halves of characters are left out.
 */
export function escapedXml(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What XML can hold of a text, as {@link escapedXml} says, for libraries that write the rest. */
export function xmlText(text: string): string {
  return text
    .replace(/[\v\f]/g, '\n')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
