import { withoutLeftOut } from './leftOutCells.js';
import { openDocumentLooks } from './openDocumentLooks.js';
import type { Part } from './storedZip.js';

const noStyles: Part = {
  name: 'styles.xml',
  bytes: Buffer.from(
    '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
  ),
};
/** How a word is pronounced stands above it, and a note below the table. */
const beside = /<text:(ruby-text|note)\b[^<>]*>[^]*?<\/text:\1>/g;
const formulaAlone = /<((?:\w+:)?table-cell)\b([^<>]*\b(?:\w+:)?formula="[^<>]*)\/>/g;
const noValue = /\s(?:\w+:)?value-type="(?:float|percentage|currency|date|time|boolean)"/;
const someValue = /\soffice:(?:\w+-)?value="[^"]+"/;
/**
 * The parts of an OpenDocument with what the spreadsheet reader would pass over: a formula without a result, and
 * what is struck out or hidden in its cells.
 */
export function openDocumentParts(parts: readonly Part[]): readonly Part[] {
  const styles = parts.find(({ name }) => name === 'styles.xml')?.bytes.toString('utf8') ?? '';
  const read = parts.map((part) =>
    part.name === 'content.xml'
      ? { ...part, bytes: Buffer.from(told(part.bytes.toString('utf8'), styles)) }
      : part,
  );
  // Only the content is required; the spreadsheet reader asks for styles, too.
  return read.some(({ name }) => name === 'styles.xml') ? read : [...read, noStyles];
}

function told(written: string, styles: string): string {
  const content = written.replace(beside, '');
  const formulas = content.replace(formulaAlone, (whole, tag: string, attributes: string) =>
    someValue.test(attributes)
      ? whole
      : `<${tag}${attributes.replace(noValue, '')}><text:p></text:p></${tag}>`,
  );
  return withoutLeftOut(formulas, openDocumentLooks([styles, content]));
}
