/** How many cases there are of an outcome. */
export interface OutcomeCount {
  readonly outcome: string;
  readonly cases: number;
}

/** Some cases together. Numbers are null where the group is too small to be told to outsiders. */
export interface StatisticGroup {
  /** The code of the office, the month as `2024-03`, or the column of 三. */
  readonly key: string;
  readonly label: string;
  readonly cases: number | null;
  readonly answered: number | null;
  /** Days from receipt to answer, of the cases that are answered. */
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  readonly extended: number | null;
  readonly outcomes: readonly OutcomeCount[];
}
