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

type Decided = Remedies &
  Pick<LedgerCase, 'received' | 'answered' | 'outcome' | 'reconsiderationDecided' | 'litigationDecided'>;

/**
 * A remedy counts in the year it is decided, also where its request was concluded earlier; at the end of the year
 * before it was pending, as it is while nobody has decided it. Without that day it counts in the year of its request.
 */
export function remediesInYear(one: Decided, year: number): Remedies {
  const isOfItsYear = isOfYear(courseInYear(one, year));
  const isKnown = one.received !== null && one.received <= `${year}-12-31`;
  const of = (result: string | null, decided: string | null): string | null => {
    if (result === null || !isKnown) return null;
    if (result === undecided) return result;
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
