import { mannersIn } from './openDocumentLooks.js';
import type { Part } from './storedZip.js';
import { struckSign, withoutStruckCells } from './struckCells.js';

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
const span =
  /<text:span\b[^<>]*text:style-name="([^"]+)"[^<>]*>((?:[^<]|<text:(?:s|tab)\b[^<>]*\/>)*)<\/text:span>/g;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/**
 * The parts of an OpenDocument with what the spreadsheet reader would pass over: a formula without a result, and
 * how the runs of a text are written. Raised digits become the characters for them.
 */
export function openDocumentParts(parts: readonly Part[]): readonly Part[] {
  const read = parts.map((part) =>
    part.name === 'content.xml' ? { ...part, bytes: Buffer.from(told(part.bytes.toString('utf8'))) } : part,
  );
  // Only the content is required; the spreadsheet reader asks for styles, too.
  return read.some(({ name }) => name === 'styles.xml') ? read : [...read, noStyles];
}

function told(written: string): string {
  const content = written.replace(beside, '');
  const formulas = content.replace(formulaAlone, (whole, tag: string, attributes: string) =>
    someValue.test(attributes)
      ? whole
      : `<${tag}${attributes.replace(noValue, '')}><text:p></text:p></${tag}>`,
  );
  const cells = withoutStruckCells(formulas);
  const manners = mannersIn(content, 'text');
  if (manners.size === 0) return cells;
  return cells.replace(span, (whole, style: string, text: string) => {
    const manner = manners.get(style);
    if (!manner || manner === 'plain' || text === '') return whole;
    if (manner === 'struck') return struckSign;
    const digits = manner === 'raised' ? raised : lowered;
    return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  });
}
