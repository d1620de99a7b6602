import type { Prose } from '../check.js';

/** The prose as the rules see it; undefined when nothing is known of it, as after a workbook with tables only. */
export function writtenProse({ sections, headings, datedOn }: Prose): Prose | undefined {
  const written = sections.filter(({ text }) => text.trim() !== '');
  return written.length === 0 ? undefined : { sections: written, headings, datedOn };
}
