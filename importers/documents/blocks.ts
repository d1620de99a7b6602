/** A line of running text in a document. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Where a person finds it: `第12段`, `第2页 第5行`. */
  readonly place: string;
}

/** A table with its cells in one grid: what is merged reaches over several columns of it. */
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Where a person finds it: `表3 R5`, `第2页 表3 R5`. */
  readonly place: string;
  readonly hidden?: true;
  readonly cells: readonly TableCell[];
  /** The columns into which a cell above reaches down. */
  readonly coveredDown?: readonly number[];
}

export interface TableCell {
  /** Zero-based. */
  readonly column: number;
  readonly lastColumn: number;
  readonly text: string;
}

/** What a document says from top to bottom. */
export type Block = Paragraph | TableBlock;
