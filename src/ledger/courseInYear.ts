import type { Day } from '../season/chinaDay.js';
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
  const began = yearOf(received);
  if (began > year) return 'after';
  const ended = answered !== null && outcome !== openOutcome ? yearOf(answered) : null;
  if (ended !== null && began < year && ended < year) return 'before';
  const opening = began < year ? 'carriedOver' : 'received';
  return { opening, closing: ended !== null && ended <= year ? outcome : 'carriedForward' };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Whether a case belongs to a year. */
export function isOfYear(course: YearOfCase): course is Course {
  return typeof course === 'object';
}
