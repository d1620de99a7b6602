import type { Day } from '../season/chinaDay.js';
import type { LedgerCase } from './LedgerCase.js';
import type { WorkingDays } from './workingDays.js';

/** 条例第三十三条, and what held before it was revised. */
const terms = [
  { from: '2019-05-15', days: 20 },
  { from: '2008-05-01', days: 15 },
] as const;

/** 条例第三十二条: third parties answer within fifteen working days. */
const thirdPartyDays = 15;

/** Cases closed because the applicant did not act: their course is not that of an answer. */
const closedForWant: readonly (string | null)[] = ['supplementOverdue', 'feeOverdue'];

/**
 * The last day for the answer: 20 working days after the day of receipt, 40 when extended. A corrected request
 * starts the clock anew (条例 30); third parties' opinions stop it (条例 32, 37), and neither the day they were
 * asked nor that of their reply is counted: no source says which is, so the later day stands. null when it
 * cannot be told: a day is missing, a year is not known, a fee was asked, or the applicant did not act.
 */
export function dueDay(one: LedgerCase, calendar: WorkingDays): Day | null {
  const start = startOfClock(one);
  if (start === null || one.fee !== null || closedForWant.includes(one.outcome)) return null;
  const term = termOf(one);
  const days = one.extended === null ? term : term * 2;
  const plain = calendar.after(start, days);
  if (plain === null || one.thirdPartyAsked === null) return plain;
  const stopped = stoppedDays(one, start, calendar);
  if (stopped === null) return null;
  return one.thirdPartyAsked > plain ? plain : calendar.after(start, days + stopped);
}

/** The last day on which the answer may still be put off; null when it cannot be told. */
export function lastDayToExtend(one: LedgerCase, calendar: WorkingDays): Day | null {
  return dueDay({ ...one, extended: null }, calendar);
}

function termOf({ received }: LedgerCase): number {
  return terms.find(({ from }) => received !== null && received >= from)?.days ?? 15;
}

function startOfClock({ received, correctionAsked, correctionReceived }: LedgerCase): Day | null {
  if (correctionReceived !== null) return correctionReceived;
  return correctionAsked === null ? received : null;
}

/** Working days on which the clock stood still; null when it is not known which. */
function stoppedDays(
  { thirdPartyAsked, thirdPartyReplied }: LedgerCase,
  start: Day,
  calendar: WorkingDays,
): number | null {
  if (thirdPartyAsked === null) return 0;
  if (thirdPartyAsked === 'yes') return null;
  if (thirdPartyReplied === null) return thirdPartyDays;
  const days = calendar.between(thirdPartyAsked, thirdPartyReplied);
  const onFirst = thirdPartyAsked <= start ? calendar.between(thirdPartyAsked, start) : 0;
  return days === null || onFirst === null ? null : Math.max(0, days - onFirst);
}
