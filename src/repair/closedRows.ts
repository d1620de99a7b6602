import type { Tableau, TableauRow } from './tableau.js';

/** The sums that no open cell is in: those that fail and those that hold. */
export interface ClosedRows {
  readonly failing: readonly TableauRow[];
  readonly holding: readonly TableauRow[];
  /** In how many of them each cell stands. */
  readonly failingWith: Int32Array;
  readonly holdingWith: Int32Array;
  /** In how many of them any one cell stands at most. */
  readonly most: number;
}

export function closedRows({ rows }: Tableau): ClosedRows {
  const closed = rows.filter(({ pivot }) => pivot === -1);
  const cells = rows[0]?.coefficients.length ?? 0;
  const failing = closed.filter(({ known }) => known !== 0n);
  const holding = closed.filter(({ known }) => known === 0n);
  const [failingWith, holdingWith] = [sumsOfCells(failing, cells), sumsOfCells(holding, cells)];
  const most = sumsOfCells(closed, cells).reduce((found, sums) => Math.max(found, sums), 0);
  return { failing, holding, failingWith, holdingWith, most };
}

/** One other value of the cell makes all of them hold. */
export function settlesAll(closed: ClosedRows, column: number): boolean {
  const { failing, failingWith, holdingWith } = closed;
  if (failingWith[column] !== failing.length && failing.length > 0) return false;
  if (holdingWith[column]) return false;
  const [first, ...others] = failing;
  const leading = BigInt(first?.coefficients[column] ?? 0);
  return others.every(
    ({ known, coefficients }) => known * leading === (first?.known ?? 0n) * BigInt(coefficients[column] ?? 0),
  );
}

/**
 * False when another value of the cell and of so many more cannot make all of them hold: a failing sum
 * without the cell, and a holding one with it, need one of the others, and a cell stands in few sums.
 */
export function canSettleWith(closed: ClosedRows, column: number, more: number): boolean {
  const { failing, holding, failingWith, holdingWith, most } = closed;
  const needy = failing.length - (failingWith[column] ?? 0) + (holdingWith[column] ?? 0);
  if (needy <= more) return more > 0;
  if (needy > more * most) return false;
  if (more > 1) return true;
  const rows = [
    ...failing.filter(({ coefficients }) => !coefficients[column]),
    ...holding.filter(({ coefficients }) => coefficients[column]),
  ];
  return failingWith.some(
    (_, other) => other !== column && rows.every(({ coefficients }) => coefficients[other]),
  );
}

function sumsOfCells(rows: readonly TableauRow[], cells: number): Int32Array {
  const sums = new Int32Array(cells);
  for (const { columns } of rows) for (const column of columns) sums[column] = (sums[column] ?? 0) + 1;
  return sums;
}
