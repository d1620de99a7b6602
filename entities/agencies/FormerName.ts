/** A name an agency had. */
export interface FormerName {
  readonly name: string;
  /** The last day it had it, e.g. 2023-06-30. */
  readonly until: string;
}
