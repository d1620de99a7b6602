import type { Day } from '../../src/brands/brands.js';
import type { Section } from '../../src/forms/form.js';
import { publishedDayOfLine } from '../../src/prose/dates.js';
import { textOf, type Line } from '../match/line.js';

/** The day on which a saved page says that it was published (发布日期), outside of the report; null when it says none. */
export function findPublication(lines: readonly Line[], sections: ReadonlyMap<Line, Section>): Day | null {
  for (const line of lines) {
    if (sections.has(line)) return null;
    const day = publishedDayOfLine(textOf(line));
    if (day !== null) return day;
  }
  return null;
}
