import type { CellKey } from '../../cells.js';

/** What a cell of the printed form is, which decides how it looks and whether a filler may write in it. */
export type CellKind = 'title' | 'section' | 'block' | 'head' | 'group' | 'label' | 'value' | 'prose';

/** One cell of the official layout. Rows and columns are zero-based; the last ones included. */
export interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly kind: CellKind;
  readonly text: string;
  /** The cell of the form that is filled in here. */
  readonly key?: CellKey;
}

/** From a row or column to another, both in it. */
export type Span = readonly [first: number, last: number];
