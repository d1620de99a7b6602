import type { Row, Table } from '../../src/forms/form.js';
import type { GridCell } from '../reading/grid.js';
import type { Likeness } from './labelIndex.js';
import type { Line } from './line.js';

/** A row of the form found in the file. */
export interface BoundRow {
  readonly table: Table;
  readonly row: Row;
  readonly line: Line;
  /** null when the row lost its label and was found by its place. */
  readonly label: GridCell | null;
  readonly likeness: Likeness;
}
