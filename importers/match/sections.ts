import type { Form, Section } from '../../src/forms/form.js';
import type { DraftSection } from '../draft.js';
import { normalizeLabel, similarity } from './labels.js';
import { isTitle } from '../title.js';
import { textOf, type Line } from './line.js';

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

/**
 * For every line the section it stands in. Prose between the title and the first heading, which often names
 * the statistical period, belongs to 一; undefined for anything else before the first heading.
 */
export function sectionsByLine(lines: readonly Line[], form: Form): Map<Line, Section> {
  const sections = new Map<Line, Section>();
  let current: Section | undefined;
  for (const line of lines) {
    current = headingOf(line, form) ?? current;
    if (current) sections.set(line, current);
  }
  const [first] = form.sections;
  const preamble = preambleOf(lines, sections);
  if (first && !hasTables(first)) for (const line of preamble) sections.set(line, first);
  return sections;
}

function preambleOf(lines: readonly Line[], sections: ReadonlyMap<Line, Section>): readonly Line[] {
  const end = lines.findIndex((line) => sections.has(line));
  const before = lines.slice(0, Math.max(end, 0));
  const title = before.findLastIndex((line) => isTitle(textOf(line)));
  const preamble = before.slice(title + 1);
  return title >= 0 && preamble.some((line) => textOf(line).includes('。')) ? preamble : [];
}

/** Every heading of 一 to 六 as printed, in the order of the file, also one that stands twice. */
export function headingsOf(lines: readonly Line[], form: Form, tableLines: ReadonlySet<Line>): string[] {
  return lines
    .filter((line) => !tableLines.has(line) && headingOf(line, form))
    .map((line) => textOf(line).slice(0, 2 * longestHeading));
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
          .map(textOf)
          .join('\n'),
      );
      return text === '' ? [] : [{ id: section.id, title: `${section.numeral}、${section.title}`, text }];
    });
}
