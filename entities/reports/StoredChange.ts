import type { CellKey } from '../../src/cells.js';

/** A changed cell as kept in the audit trail: canonical decimal strings, null for blank. */
export interface StoredChange {
  readonly key: CellKey;
  readonly before: string | null;
  readonly after: string | null;
}
