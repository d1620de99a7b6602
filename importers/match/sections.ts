import type { Form, Section } from '../../src/forms/form.js';
import type { DraftSection } from '../draft/draft.js';
import { normalizeLabel, similarity } from './labels.js';
import { isTitleLine } from '../draft/title.js';
import { textOf, type Line } from './line.js';
import type { GridCell } from '../reading/grid.js';

/** A heading names its section about as the form does; local wordings of 五 and 六 differ more. */
const leastSimilarity = 0.55;
/** With another numeral a heading is a section's only when it is worded as the form has it. */
const nearlySame = 0.85;
const longestHeading = 40;
const longestProse = 100_000;

const heading = /^[#*\s]*([一二三四五六])[、.．,，:：]?\s*(.+?)[*\s]*$/u;

const known = new WeakMap<Line, { readonly form: Form; readonly section: Section | undefined }>();

/** The section whose heading this line is. Row labels such as 一、本年新收… are none. */
export function headingOf(line: Line, form: Form): Section | undefined {
  const only = onlyCell(line);
  if (!only || only.number !== null || only.text.length > 2 * longestHeading) return undefined;
  const asked = known.get(line);
  if (asked?.form === form) return asked.section;
  const section = sectionHeaded(only, form);
  known.set(line, { form, section });
  return section;
}

function onlyCell({ cells }: Line): GridCell | undefined {
  let only: GridCell | undefined;
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    if (only) return undefined;
    only = cell;
  }
  return only;
}

function sectionHeaded(only: GridCell, form: Form): Section | undefined {
  const match = heading.exec(only.text.normalize('NFKC').trim());
  const words = normalizeLabel(match?.[2] ?? only.text);
  if (words === '' || words.length > longestHeading) return undefined;
  if (!match) return form.sections.find((section) => normalizeLabel(section.title) === words);
  const section = form.sections.find(({ numeral }) => numeral === match[1]);
  if (!section) return undefined;
  if (likenessTo(section, words) >= leastSimilarity) return section;
  const misnumbered = form.sections.find((other) => likenessTo(other, words) >= nearlySame);
  if (misnumbered) return misnumbered;
  // 五 and 六 are often worded freely; 一 within them numbers a paragraph.
  const isAfterTables = form.sections.indexOf(section) > form.sections.findLastIndex(hasTables);
  return isAfterTables && /(?:情况|事项|问题|措施|说明)$/.test(words) ? section : undefined;
}

function likenessTo({ title, aliases = [] }: Section, words: string): number {
  return Math.max(...[title, ...aliases].map((each) => similarity(normalizeLabel(each), words)));
}

function hasTables({ tables }: Section): boolean {
  return tables.length > 0;
}

/** Prose without blank lines or spaces at the ends of lines: what every way of storing it keeps. */
function canonicalProse(text: string): string {
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
  const title = before.findLastIndex(isTitleLine);
  const preamble = before.slice(title + 1);
  return title >= 0 && preamble.some((line) => textOf(line).includes('。')) ? preamble : [];
}

/** The head of a table that goes on on the next page. */
const continued = /[（(【]?续[表]?[）)】]?\s*$/;

/**
 * Every heading of 一 to 六 as printed, in the order of the file, also one that stands twice. A table of
 * contents, all headings in a row before those of the text, is none, nor is the same heading as the caption
 * right over its table.
 */
export function headingsOf(lines: readonly Line[], form: Form, tableLines: ReadonlySet<Line>): string[] {
  const found = lines.flatMap((line, index) => {
    const section = !tableLines.has(line) && !continued.test(textOf(line)) && headingOf(line, form);
    return section ? [{ section, index, text: textOf(line).slice(0, 2 * longestHeading) }] : [];
  });
  const headings = found.filter(
    ({ section, index }, place) =>
      !hasTables(section) || found[place - 1]?.section !== section || found[place - 1]?.index !== index - 1,
  );
  const size = form.sections.length;
  const isContents =
    headings.length > size &&
    form.sections.every((section, place) => headings[place]?.section === section) &&
    (headings[size - 1]?.index ?? 0) - (headings[0]?.index ?? 0) === size - 1;
  return headings.slice(isContents ? size : 0).map(({ text }) => text);
}

/** What the Word form in circulation has in place of the text: left there, nothing was written. */
const placeholder = /^[（(]文字描述[^（）()]*[）)]$/;

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
          .filter((text) => !placeholder.test(text.trim()))
          .join('\n'),
      );
      return text === '' ? [] : [{ id: section.id, title: `${section.numeral}、${section.title}`, text }];
    });
}
