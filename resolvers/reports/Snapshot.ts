import type { CellKey, Values } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';

/** The numbers of one version of a report, with what surrounds them. */
export interface Snapshot {
  readonly reportId: string;
  readonly form: Form;
  readonly values: Values;
  readonly raws: readonly (string | null)[];
  readonly places: readonly (string | null)[];
  readonly correctedCells: readonly CellKey[];
}
