/** The prose of one section as kept in a version. */
export interface StoredSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}
