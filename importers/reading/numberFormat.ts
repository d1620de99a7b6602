import { formatSections, type FormatSection, type NumberFormat } from './formatSections.js';

export type { NumberFormat };

const known = new Map<string, readonly FormatSection[]>();
const mostKnown = 1_000;

/** How a format code shows a number, which is a plain decimal. */
export function numberFormat(code: string, number: string): NumberFormat {
  let sections = known.get(code);
  if (!sections) {
    if (known.size >= mostKnown) known.clear();
    known.set(code, (sections = formatSections(code)));
  }
  const value = Number(number);
  const chosen = sectionFor(sections, value);
  if (!chosen) return plain;
  const { format } = chosen;
  // Zeros are often shown as a dash or not at all.
  if (value === 0 && (format.shows === 'nothing' || format.shows === 'other') && sections.length > 1)
    return plain;
  return format;
}

const plain: NumberFormat = { power: 0, decimals: null, before: '', after: '', shows: 'number' };

function sectionFor(sections: readonly FormatSection[], value: number): FormatSection | undefined {
  if (sections.some(({ condition }) => condition))
    return (
      sections.find(({ condition }) => condition && holds(condition, value)) ??
      sections.find(({ condition }) => !condition) ??
      sections.at(-1)
    );
  const place = value > 0 ? 0 : value < 0 ? 1 : 2;
  return sections[place] ?? sections[0];
}

function holds({ sign, limit }: { sign: string; limit: number }, value: number): boolean {
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}
