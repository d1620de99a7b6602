import type { Part } from './storedZip.js';

/** Stands in a text where struck-out words stood, for a reader of cells that knows nothing of styles. */
export const struckSign = '\ue0f1';

const formulaAlone = /<((?:\w+:)?table-cell)\b([^<>]*\b(?:\w+:)?formula="[^<>]*)\/>/g;
const noValue = /\s(?:\w+:)?value-type="(?:float|percentage|currency|date|time|boolean)"/;
const someValue = /\soffice:(?:\w+-)?value="[^"]+"/;
const textStyle =
  /<style:style\b(?=[^<>]*style:family="text")[^<>]*style:name="([^"]+)"[^<>]*>([^]*?)<\/style:style>/g;
const span =
  /<text:span\b[^<>]*text:style-name="([^"]+)"[^<>]*>((?:[^<]|<text:(?:s|tab)\b[^<>]*\/>)*)<\/text:span>/g;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

type Manner = 'struck' | 'raised' | 'lowered';

/**
 * The parts of an OpenDocument with what the spreadsheet reader would pass over: a formula without a result, and
 * how the runs of a text are written. Raised digits become the characters for them.
 */
export function openDocumentParts(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) =>
    part.name === 'content.xml' ? { ...part, bytes: Buffer.from(told(part.bytes.toString('utf8'))) } : part,
  );
}

function told(content: string): string {
  const formulas = content.replace(formulaAlone, (whole, tag: string, attributes: string) =>
    someValue.test(attributes)
      ? whole
      : `<${tag}${attributes.replace(noValue, '')}><text:p></text:p></${tag}>`,
  );
  const manners = mannersIn(formulas);
  if (manners.size === 0) return formulas;
  return formulas.replace(span, (whole, style: string, text: string) => {
    const manner = manners.get(style);
    if (!manner || text === '') return whole;
    if (manner === 'struck') return struckSign;
    const digits = manner === 'raised' ? raised : lowered;
    return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  });
}

function mannersIn(content: string): ReadonlyMap<string, Manner> {
  const manners = new Map<string, Manner>();
  for (const [, name = '', properties = ''] of content.matchAll(textStyle)) {
    const line = /text-line-through-(?:type|style)="(\w+)"/.exec(properties)?.[1] ?? 'none';
    const position = /text-position="(super|sub|-?\d+)/.exec(properties)?.[1] ?? '0';
    if (line !== 'none') manners.set(name, 'struck');
    else if (position === 'super' || Number(position) > 0) manners.set(name, 'raised');
    else if (position === 'sub' || Number(position) < 0) manners.set(name, 'lowered');
  }
  return manners;
}
