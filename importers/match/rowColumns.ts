import { looksLikeValue } from '../draft/readNumber.js';
import type { GridCell } from '../reading/grid.js';
import type { BoundRow } from './BoundRow.js';
import { cellsAfter } from './line.js';
import { labelEnd } from './lostLabels.js';

/** The grid columns of one row's values. */
export type Columns = readonly number[];

export function valuesOf(bound: BoundRow, helpers: ReadonlySet<number>): GridCell[] {
  return cellsAfter(bound.line, labelEnd(bound)).filter(({ column }) => !helpers.has(column));
}

/** Past the last column of the head a word begins something else that stands beside the table. */
export function beforeOthers(cells: readonly GridCell[], header: Columns | null): readonly GridCell[] {
  const last = header?.at(-1) ?? Infinity;
  const other = cells.findIndex((cell) => cell.column > last && !looksLikeValue(cell));
  return other < 0 ? cells : cells.slice(0, other);
}

export function columnsOf(cells: readonly GridCell[]): number[] {
  return cells.map((cell) => cell.column);
}

/** The first value stands right beside the label. */
export function followsLabel(
  bound: BoundRow,
  [first]: readonly GridCell[],
  helpers: ReadonlySet<number>,
): boolean {
  return first?.column === nextColumn(labelEnd(bound), helpers);
}

export function isContiguous(cells: readonly GridCell[], helpers: ReadonlySet<number>): boolean {
  return cells.every(
    (cell, index) => index === 0 || cell.column === nextColumn(cells[index - 1]?.lastColumn ?? -1, helpers),
  );
}

function nextColumn(column: number, helpers: ReadonlySet<number>): number {
  let next = column + 1;
  while (helpers.has(next)) next += 1;
  return next;
}

export function distinct(all: readonly Columns[]): Columns[] {
  return [...new Map(all.map((columns) => [columns.join(), columns])).values()];
}

export function same(left: Columns, right: Columns | null): boolean {
  return (
    right !== null && left.length === right.length && left.every((column, index) => column === right[index])
  );
}

export function nowhere(size: number): null[] {
  return new Array<null>(size).fill(null);
}
