import type { PlacedCase } from '../../src/ledger/LedgerCase.js';
import type { Problem } from '../../src/problems/problem.js';
import type { ConfirmedWords } from './words/confirmedWords.js';

/** A column that was read, as its office calls it. */
export interface BoundColumn {
  readonly field: string;
  /** Its head over its sub-head: `申请情况 / 收到日期`. */
  readonly label: string;
  readonly at: string;
}

/** A word that is asked for. */
export interface AskedWord {
  readonly field: string;
  readonly word: string;
  readonly cases: number;
  readonly at: string;
}

/** What a ledger says, read and not judged. What is not counted is not in it. */
export interface LedgerDraft {
  readonly columns: readonly BoundColumn[];
  /** Labels of the columns that were not kept. */
  readonly dropped: readonly string[];
  /** Labels of all columns, for whoever is asked which one is meant. */
  readonly labels: readonly string[];
  /** Fields that no column was found for. */
  readonly missing: readonly string[];
  readonly asked: readonly AskedWord[];
  readonly problems: readonly Problem[];
  readonly cases: readonly PlacedCase[];
}

/** How a ledger is to be read. */
export interface LedgerRequest {
  readonly year: number;
  /** The id of the form whose rows are counted. */
  readonly form: string;
  readonly words: ConfirmedWords;
}
