import { courseInYear, isOfYear } from './courseInYear.js';
import type { LedgerCase } from './LedgerCase.js';

/** A column of 四 that says of a remedy that it was not decided. */
export const undecided = 'pending';

/** What 四 counts of a case in a year: the columns for its reconsideration and for its lawsuit. */
export interface Remedies {
  readonly reconsiderationResult: string | null;
  readonly litigationRoute: string | null;
  readonly litigationResult: string | null;
}

/** Remedies with the days on which they were decided, of which only the year matters; null when nobody says. */
export interface Decided extends Remedies {
  readonly reconsiderationDecided: string | null;
  readonly litigationDecided: string | null;
}

/**
 * A remedy counts in the year it is decided, also where its request was concluded earlier; at the end of the year
 * before it was pending, as it is while nobody has decided it. Without that day it counts in the year of its request.
 */
export function remediesInYear(
  one: Decided & Pick<LedgerCase, 'received' | 'answered' | 'outcome'>,
  year: number,
): Remedies {
  const course = courseInYear(one, year);
  if (course === 'after' || course === 'unknown')
    return { reconsiderationResult: null, litigationRoute: one.litigationRoute, litigationResult: null };
  return remediesOf(one, isOfYear(course), year);
}

/** The same of cases received by the end of the year, of which `isOfItsYear` says whether 三 counts them in it. */
export function remediesOf(one: Decided, isOfItsYear: boolean, year: number): Remedies {
  const of = (result: string | null, decided: string | null): string | null => {
    if (result === null || result === undecided) return result;
    if (decided === null) return isOfItsYear ? result : null;
    const yearOfDecision = Number(decided.slice(0, 4));
    if (yearOfDecision === year) return result;
    return yearOfDecision === year + 1 ? undecided : null;
  };
  return {
    reconsiderationResult: of(one.reconsiderationResult, one.reconsiderationDecided),
    litigationRoute: one.litigationRoute,
    litigationResult: of(one.litigationResult, one.litigationDecided),
  };
}

/** Whether 四 counts anything of a case in a year. */
export function hasRemedies({ reconsiderationResult, litigationResult }: Remedies): boolean {
  return reconsiderationResult !== null || litigationResult !== null;
}
