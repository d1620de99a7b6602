/** The days of a year that are otherwise than Monday to Friday would have it, as `MM-DD`. */
export interface CalendarYear {
  readonly year: number;
  /** The notice that says so. */
  readonly source: string;
  /** Days from Monday to Friday on which nobody works. */
  readonly off: readonly string[];
  /** Saturdays and Sundays on which people work. */
  readonly on: readonly string[];
}
