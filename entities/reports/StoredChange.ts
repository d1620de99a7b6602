/** A changed cell as kept in the audit trail: canonical decimal strings, null for blank. */
export interface StoredChange {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}
