import type { StoredFinding } from './StoredFinding.js';
import type { StoredProblem } from './StoredProblem.js';

/** What became of one report of an uploaded file. */
export interface StoredImport {
  readonly form: string;
  readonly year: number | null;
  /** The code of the registered agency; null when it is unknown. */
  readonly agency: string | null;
  /** As printed in the title or asked for. */
  readonly agencyName: string | null;
  readonly status: 'STORED' | 'UNCHANGED' | 'REJECTED' | 'DRY_RUN';
  readonly version: number | null;
  readonly problems: readonly StoredProblem[];
  readonly findings: readonly StoredFinding[];
  readonly diff: readonly { cell: string; before: string | null; after: string | null }[];
}
