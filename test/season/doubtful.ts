import { city, counties, offices, type Unit } from './tree.js';

/** Their reports raise a question that asks for an explanation, and are sent back; some in every county. */
export const doubtful: readonly Unit[] = offices.filter((_, index) => index % 20 === 1);

/** Which version of a report is accepted and published: it was corrected, or its prose was written, once. */
export function versionOf(unit: Unit): number {
  return [...doubtful, ...counties, city].includes(unit) ? 2 : 1;
}
