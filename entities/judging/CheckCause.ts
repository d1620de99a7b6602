/** Why a report was last checked. */
export enum CheckCause {
  /** A new version of its own. */
  VERSION = 'VERSION',
  /** The report of the year before was restated. */
  LAST_YEAR = 'LAST_YEAR',
  /** A report it consolidates changed, or the list of those it consolidates. */
  CHILDREN = 'CHILDREN',
  /** What is known of the agency changed, e.g. whether it may make rules. */
  AGENCY = 'AGENCY',
  /** It was submitted or published, before or after its deadline. */
  SCHEDULE = 'SCHEDULE',
  /** The rules changed. */
  RULES = 'RULES',
}
