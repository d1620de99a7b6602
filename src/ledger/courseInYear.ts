import { openOutcome, type LedgerCase } from './LedgerCase.js';

/** Where a case was at the beginning of a year and at its end: rows of 三. */
export interface Course {
  readonly opening: 'received' | 'carriedOver';
  /** A row of outcomes or `carriedForward`; null when the ledger does not say which outcome it was. */
  readonly closing: string | null;
}

/** `before`: concluded in an earlier year. `after`: received in a later one. `unknown`: nobody says when it came in. */
export type YearOfCase = Course | 'before' | 'after' | 'unknown';

type Dated = Pick<LedgerCase, 'received' | 'answered' | 'outcome'>;

/**
 * A case belongs to a year if it was received in it or carried over into it; it is concluded by the day of its
 * answer, and carried forward when that has not come by 31 December.
 */
export function courseInYear({ received, answered, outcome }: Dated, year: number): YearOfCase {
  if (received === null) return 'unknown';
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (received > last) return 'after';
  const isConcluded = answered !== null && outcome !== openOutcome;
  if (isConcluded && received < first && answered < first) return 'before';
  const opening = received < first ? 'carriedOver' : 'received';
  return { opening, closing: isConcluded && answered <= last ? outcome : 'carriedForward' };
}

/** Whether a case belongs to a year. */
export function isOfYear(course: YearOfCase): course is Course {
  return typeof course === 'object';
}
