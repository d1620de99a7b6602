/** All that is said of a code: how grave, what it means, how it usually comes about, what to do. */
export interface CodeTexts {
  /** error: the report is refused. warning: stored, the cell blank or repaired. info: a clean-up. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The status of an answer over HTTP that is refused with it; 400 where none is said. */
  readonly status?: number;
  readonly meaning: string;
  readonly cause: string;
  readonly advice: string;
  /** For the English page of codes. Answers themselves are in Chinese. */
  readonly english: { readonly meaning: string; readonly advice: string };
}
