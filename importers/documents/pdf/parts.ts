import type { Notice } from '../notices.js';
import type { TextLine } from './textLines.js';

/** A table on one page, or the part of it that stands there. */
export interface TablePart {
  readonly kind: 'table';
  readonly top: number;
  /** Where its columns begin, and its right end. */
  readonly xs: readonly number[];
  readonly rows: readonly PartRow[];
}

export interface PartRow {
  readonly cells: readonly PartCell[];
}

export interface PartCell {
  readonly x0: number;
  readonly x1: number;
  readonly text: string;
  readonly isFull: boolean;
  readonly notices: readonly Notice[];
}

export interface LinePart extends TextLine {
  readonly kind: 'line';
  readonly top: number;
}

/** A row of a table without lines between its columns. */
export interface RowPart {
  readonly kind: 'row';
  readonly top: number;
  readonly text: string;
}

export type PagePart = TablePart | LinePart | RowPart;

export interface Page {
  readonly parts: readonly PagePart[];
  readonly left: number;
  readonly right: number;
  readonly notices: readonly Notice[];
}
