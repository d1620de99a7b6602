import { withDefaultStyles } from './defaultCellStyles.js';
import { withoutLeftOut } from './leftOutCells.js';
import { openDocumentLooks } from './openDocumentLooks.js';
import type { Part } from '../storedZip.js';

const noStyles: Part = {
  name: 'styles.xml',
  bytes: Buffer.from(
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
  ),
};
/** How a word is pronounced stands above it, and a note below the table. */
const beside = /<text:(ruby-text|note)\b[^<>]*>[^]*?<\/text:\1>/g;
const formulaAlone = /<((?:\w+:)?table-cell)\b([^<>]*\b(?:\w+:)?formula="[^<>]*)\/>/g;
/**
 * A value that its cell does not show as text: some writers leave the paragraph out, as the standard lets them. A value
 * without its type is none, and is not counted among the cells either.
 */
const valueAlone =
  /<((?:\w+:)?table-cell)\b([^<>]*\soffice:(?:(?:string|date|time|boolean)-)?value="([^"<>]+)"[^<>]*?)(?:\/>|>\s*<\/\1>)/g;
const noValue = /\s(?:\w+:)?value-type="(?:float|percentage|currency|date|time|boolean)"/;
const someValue = /\soffice:(?:\w+-)?value="[^"]+"/;
/**
 * The parts of an OpenDocument with what the spreadsheet reader would pass over: a formula without a result, a value
 * without a text, and what is struck out or hidden in its cells.
 */
export function openDocumentParts(parts: readonly Part[]): readonly Part[] {
  const textOf = (wanted: string) =>
    asUsuallyWritten(parts.find(({ name }) => name === wanted)?.bytes.toString('utf8') ?? '');
  const styles = textOf('styles.xml');
  const texts: Readonly<Record<string, () => string>> = {
    'styles.xml': () => styles,
    'content.xml': () => told(textOf('content.xml'), styles),
  };
  const read = parts.map((part) => {
    const text = texts[part.name];
    return text ? { ...part, bytes: Buffer.from(text()) } : part;
  });
  // Only the content is required; the spreadsheet reader asks for styles, too.
  return read.some(({ name }) => name === 'styles.xml') ? read : [...read, noStyles];
}

/** XML says the same with apostrophes for quotes and with sections of character data; the spreadsheet reader does not. */
function asUsuallyWritten(xml: string): string {
  const escaped = withoutSections(xml);
  return /<[^<>]*='[^<>]*>/.test(escaped)
    ? escaped.replace(/<[^<>!?]+>/g, (tag) => tag.replace(/='([^'"]*)'/g, '="$1"'))
    : escaped;
}

function withoutSections(xml: string): string {
  const [start, end] = ['<![CDATA[', ']]>'];
  let plain = '';
  for (let at = 0; ;) {
    const from = xml.indexOf(start, at);
    const to = from < 0 ? -1 : xml.indexOf(end, from);
    if (to < 0) return plain + xml.slice(at);
    const data = xml.slice(from + start.length, to);
    plain += xml.slice(at, from) + data.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    at = to + end.length;
  }
}

function told(written: string, styles: string): string {
  const content = written.replace(beside, '');
  const formulas = content.replace(formulaAlone, (whole, tag: string, attributes: string) =>
    someValue.test(attributes)
      ? whole
      : `<${tag}${attributes.replace(noValue, '')}><text:p></text:p></${tag}>`,
  );
  const shown = formulas.replace(valueAlone, (whole, tag: string, attributes: string, value: string) =>
    attributes.includes('value-type') ? `<${tag}${attributes}><text:p>${value}</text:p></${tag}>` : whole,
  );
  const looks = openDocumentLooks([styles, content]);
  return withoutLeftOut(looks.isNeeded ? withDefaultStyles(shown, looks) : shown, looks);
}
