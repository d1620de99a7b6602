import type { Notice } from '../notices.js';

/** A paragraph of a Word document, with what is to be told of it. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly notices: readonly Notice[];
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
  /** How many rows each of the tables had of which it was put together. */
  readonly parts?: readonly number[];
}

export interface WordRow {
  readonly hidden: boolean;
  readonly cells: readonly WordCell[];
  /** Tracked changes of the row and of its cells as a whole. */
  readonly changes?: readonly Notice[];
}

export interface WordCell {
  /** Columns of the table's own grid. */
  readonly column: number;
  readonly lastColumn: number;
  /** Covered by a merged cell above or to its left: what it holds is not shown. */
  readonly isCovered: boolean;
  readonly blocks: readonly WordBlock[];
}

export type WordBlock = WordParagraph | WordTable;
