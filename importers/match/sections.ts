import type { Form, Section } from '../../src/forms/form.js';
import type { DraftSection } from '../draft.js';
import { normalizeLabel, similarity } from './labels.js';
import type { Line } from './line.js';

/** A heading names its section about as the form does; local wordings of 五 and 六 differ more. */
const leastSimilarity = 0.55;
const longestHeading = 40;
const longestProse = 100_000;

const heading = /^[#*\s]*([一二三四五六])[、.．,，:：]?\s*(.+?)[*\s]*$/u;

/** The section whose heading this line is. Row labels such as 一、本年新收… are none. */
export function headingOf(line: Line, form: Form): Section | undefined {
  const texts = line.cells.filter((cell) => cell.text.trim() !== '');
  const [only] = texts;
  if (!only || texts.length > 1 || only.number !== null || only.text.length > 2 * longestHeading)
    return undefined;
  const match = heading.exec(only.text.normalize('NFKC').trim());
  const words = normalizeLabel(match?.[2] ?? only.text);
  if (words === '' || words.length > longestHeading) return undefined;
  if (!match) return form.sections.find((section) => normalizeLabel(section.title) === words);
  const section = form.sections.find(({ numeral }) => numeral === match[1]);
  if (!section) return undefined;
  const likeness = Math.max(
    ...[section.title, ...(section.aliases ?? [])].map((title) => similarity(normalizeLabel(title), words)),
  );
  if (likeness >= leastSimilarity) return section;
  // 五 and 六 are often worded freely; 一 within them numbers a paragraph.
  const isAfterTables = form.sections.indexOf(section) > form.sections.findLastIndex(hasTables);
  return isAfterTables && /(?:情况|事项|问题|措施|说明)$/.test(words) ? section : undefined;
}

function hasTables({ tables }: Section): boolean {
  return tables.length > 0;
}

/** Prose without blank lines or spaces at the ends of lines: what every way of storing it keeps. */
export function canonicalProse(text: string): string {
  return text
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, longestProse)
    .replace(/[\ud800-\udbff]$/, '');
}

/** For every line the section it stands in; undefined before the first heading. */
export function sectionsByLine(lines: readonly Line[], form: Form): Map<Line, Section> {
  const sections = new Map<Line, Section>();
  let current: Section | undefined;
  for (const line of lines) {
    current = headingOf(line, form) ?? current;
    if (current) sections.set(line, current);
  }
  return sections;
}

/** The prose of 一, 五 and 六: what stands under their headings and is not a table. */
export function proseOf(
  lines: readonly Line[],
  form: Form,
  sections: ReadonlyMap<Line, Section>,
  tableLines: ReadonlySet<Line>,
): DraftSection[] {
  return form.sections
    .filter((section) => !hasTables(section))
    .flatMap((section) => {
      const text = canonicalProse(
        lines
          .filter((line) => sections.get(line) === section && !tableLines.has(line) && !headingOf(line, form))
          .map(({ cells }) => cells.map((cell) => cell.text.trim()).join(' '))
          .join('\n'),
      );
      return text === '' ? [] : [{ id: section.id, title: `${section.numeral}、${section.title}`, text }];
    });
}
