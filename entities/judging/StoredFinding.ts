import type { CellKey } from '../../src/cells.js';

/** A finding as kept beside its report. */
export interface StoredFinding {
  readonly rule: string;
  readonly severity: 'error' | 'explain' | 'warning' | 'info';
  readonly cells: readonly CellKey[];
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  readonly message: string;
  /** The sentence a prose rule points at, and the section it stands in. */
  readonly text?: string;
  readonly section?: string;
  /** What it compares of other reports, where the two sides alone do not show it. */
  readonly compared?: readonly (string | null)[];
}
