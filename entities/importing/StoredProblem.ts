import type { CellKey } from '../../src/cells.js';

/** A problem as kept beside the file or the version it belongs to. */
export interface StoredProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly cell?: CellKey;
  readonly at?: string;
  readonly message: string;
}
