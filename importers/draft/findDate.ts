import type { Section } from '../../src/forms/form.js';
import { dayOfLine } from '../../src/prose/dates.js';
import { textOf, type Line } from '../match/line.js';
import { isTitle, isTitleLine } from './title.js';
import type { Day } from '../../src/brands/brands.js';

/** Reports are dated right under or over their title, or at their end. */
const linesBeforeTitle = 3;
const linesAfterTitle = 5;
const lastLines = 8;

/** The day printed at the end of a report, otherwise that near its title; null when there is none. */
export function findDate(lines: readonly Line[], sections: ReadonlyMap<Line, Section>): Day | null {
  const title = lines.findIndex(isTitleLine);
  const end = placesFrom(Math.max(title + 1, lines.length - lastLines), lines.length).reverse();
  const nearTitle = title < 0 ? [] : placesFrom(title - linesBeforeTitle, title + linesAfterTitle + 1);
  const isInTables = (place: number) => (sections.get(lines[place]!)?.tables.length ?? 0) > 0;
  for (const place of [...end, ...nearTitle].filter((each) => !isInTables(each))) {
    const day = dayOfLine(textAt(lines, place));
    if (day !== null && !isWithinSentence(lines, place)) return day;
  }
  return null;
}

function textAt(lines: readonly Line[], place: number): string {
  const line = lines[place];
  return line ? textOf(line) : '';
}

function placesFrom(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/** Shorter lines are names and headings. */
const shortestSentence = 20;

/** A conversion to text may leave a day of a sentence on a line of its own. */
function isWithinSentence(lines: readonly Line[], place: number): boolean {
  const before = textAt(lines, place - 1).trim();
  const after = textAt(lines, place + 1).trim();
  const isOpen =
    before.length >= shortestSentence && !isTitle(before) && !/[。！？；：”）)】》]$/.test(before);
  return isOpen || /^[，,、；。至到起止~—-]/.test(after);
}
