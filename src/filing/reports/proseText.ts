import type { Form } from '../../forms/form.js';
import type { VersionText } from './storedReport.js';

/** More than any report says in one section. */
export const longestSection = 100_000;

/** The prose of a version with what is known of how it was printed. */
export type ProseText = Pick<VersionText, 'sections' | 'headings' | 'datedOn'>;

export const noProse: ProseText = { sections: [], headings: null, datedOn: null };

export { writtenProse as proseOf } from '../../checks/prose/writtenProse.js';

/** A workbook has the tables only: prose that is known stays until other prose comes. */
export function mergeProse(form: Form, known: ProseText, given: ProseText): ProseText {
  const { headings, datedOn } = known;
  if (given.sections.length === 0) return { sections: known.sections, headings, datedOn };
  const byId = new Map([...known.sections, ...given.sections].map((section) => [section.id, section]));
  return {
    sections: form.sections.flatMap(({ id }) => byId.get(id) ?? []),
    headings: given.headings?.length ? given.headings : headings,
    datedOn: given.datedOn ?? datedOn,
  };
}

/** Whether two versions say the same in words, and were printed alike. */
export function isSameProse(one: ProseText, other: ProseText): boolean {
  const text = ({ sections, headings, datedOn }: ProseText) =>
    JSON.stringify([sections.map(({ id, title, text }) => [id, title, text]), headings, datedOn]);
  return text(one) === text(other);
}
