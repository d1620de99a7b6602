import type { Day } from '../season/chinaDay.js';

/** A step of a case: the day it was taken, or that it was taken on a day the ledger does not tell. */
export type Mark = Day | 'yes' | null;

/** How a request came in. */
export type Channel = 'inPerson' | 'post' | 'online' | 'email' | 'fax' | 'other';

/** A request that is not concluded yet, whatever the ledger says of its course. */
export const openOutcome = 'open';

/**
 * One request, as its office keeps it: everything that is counted and judged, and nothing that tells who asked
 * or what for.
 */
export interface LedgerCase {
  /** The number by which the office knows it, one in all years. */
  readonly number: string;
  /** A column of 三; null when the ledger does not say which. */
  readonly applicant: string | null;
  readonly received: Day | null;
  readonly channel: Channel | null;
  readonly correctionAsked: Mark;
  readonly correctionReceived: Day | null;
  readonly thirdPartyAsked: Mark;
  readonly thirdPartyReplied: Day | null;
  readonly extended: Mark;
  readonly answered: Day | null;
  /** A row of 三, `open`, or null when there is none or it is not known which. */
  readonly outcome: string | null;
  /** What was charged, in 元; null when nothing was asked. */
  readonly fee: string | null;
  /** Columns of 四 and one of its rows. */
  readonly reconsiderationResult: string | null;
  readonly litigationRoute: string | null;
  readonly litigationResult: string | null;
  /** When they were decided; null when the ledger does not say. */
  readonly reconsiderationDecided: Day | null;
  readonly litigationDecided: Day | null;
  /** What its file says and could not be read; that has been told already. */
  readonly unread?: readonly string[];
}

/** A case and where it stands in the file. */
export interface PlacedCase extends LedgerCase {
  readonly at: string;
}
