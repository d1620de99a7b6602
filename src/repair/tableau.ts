import type { Values } from '../cells.js';
import type { Coefficients, Net } from './equations.js';

/** Σ coefficient × cell = 0, of which the cells that are not open add up to `known`. */
export interface TableauRow {
  readonly coefficients: Coefficients;
  /** The columns of the cells that stand in it. */
  readonly columns: readonly number[];
  readonly known: bigint;
  /** The open cell this row is solved for: it stands in no other row. −1: no open cell stands in it. */
  readonly pivot: number;
}

/** The sums of a net while some of its cells are open: blank, or chosen to be wrong. */
export interface Tableau {
  readonly rows: readonly TableauRow[];
  /** Columns. */
  readonly open: readonly number[];
}

/** No cell is open but those that are blank. */
export function tableauOf(net: Net, values: Values): Tableau {
  return values.reduce<Tableau>(
    (tableau, value, column) => (value === null ? openCell(tableau, column, 0n) : tableau),
    { rows: rowsOf(net, values), open: [] },
  );
}

/** The sums as the form has them; blanks count for nothing. */
export function rowsOf({ equations }: Net, values: Values): TableauRow[] {
  return equations.map((coefficients): TableauRow => {
    const columns = columnsOf(coefficients);
    const known = columns.reduce(
      (sum, column) => sum + BigInt(coefficients[column] ?? 0) * (values[column] ?? 0n),
      0n,
    );
    return { coefficients, columns, known, pivot: -1 };
  });
}

/** Opens one more cell: a row is solved for it and it is eliminated from all others. */
export function openCell({ rows, open }: Tableau, column: number, value: bigint): Tableau {
  let pivot: TableauRow | undefined;
  for (const row of rows)
    if (row.pivot === -1 && row.coefficients[column] && (!pivot || row.columns.length < pivot.columns.length))
      pivot = row;
  const solved = pivot && { ...without(pivot, column, value), pivot: column };
  return {
    open: [...open, column],
    rows: rows.map((row) => {
      if (row === pivot && solved) return solved;
      if (!row.coefficients[column]) return row;
      const opened = without(row, column, value);
      return solved ? eliminate(opened, solved, column) : opened;
    }),
  };
}

function without(row: TableauRow, column: number, value: bigint): TableauRow {
  return { ...row, known: row.known - BigInt(row.coefficients[column] ?? 0) * value };
}

/** target − factor × solved, scaled so that the column drops out. */
function eliminate(target: TableauRow, solved: TableauRow, column: number): TableauRow {
  const leading = solved.coefficients[column] ?? 0;
  const scale = Math.abs(leading);
  const factor = (target.coefficients[column] ?? 0) * Math.sign(leading);
  const coefficients = new Int32Array(target.coefficients.length);
  for (const each of target.columns) coefficients[each] = (target.coefficients[each] ?? 0) * scale;
  for (const each of solved.columns)
    coefficients[each] = (coefficients[each] ?? 0) - (solved.coefficients[each] ?? 0) * factor;
  const known = target.known * BigInt(scale) - solved.known * BigInt(factor);
  const columns = columnsOf(coefficients);
  const divisor = columns.reduce((found, each) => commonDivisor(found, coefficients[each] ?? 0), 0);
  // What does not divide evenly can never hold over whole numbers: it stays as it is and is found impossible.
  if (divisor <= 1 || known % BigInt(divisor) !== 0n)
    return { coefficients, columns, known, pivot: target.pivot };
  return {
    coefficients: coefficients.map((amount) => amount / divisor),
    columns,
    known: known / BigInt(divisor),
    pivot: target.pivot,
  };
}

function columnsOf(coefficients: Coefficients): number[] {
  const columns: number[] = [];
  for (let column = 0; column < coefficients.length; column++) if (coefficients[column]) columns.push(column);
  return columns;
}

/** Of nothing and a number, the number. */
function commonDivisor(one: number, other: number): number {
  return one === 1 || other === 0 ? Math.abs(one) : commonDivisor(other, one % other);
}

/** True when no whole numbers ≥ 0 in the open cells make the row hold. */
export function isImpossible({ coefficients, known, pivot }: TableauRow, open: readonly number[]): boolean {
  if (pivot === -1) return known !== 0n;
  let only = 0;
  let unknowns = 0;
  let canRise = false;
  let canFall = false;
  for (const column of open) {
    const amount = coefficients[column] ?? 0;
    if (amount === 0) continue;
    only = amount;
    unknowns++;
    if (amount > 0) canRise = true;
    else canFall = true;
  }
  if (unknowns === 1 && known % BigInt(only) !== 0n) return true;
  return (known > 0n && !canFall) || (known < 0n && !canRise);
}

/** The only value that the row leaves for its pivot; undefined when another open cell stands in it. */
export function forcedValue({ coefficients, known, pivot }: TableauRow, open: readonly number[]) {
  if (pivot === -1 || open.some((column) => column !== pivot && coefficients[column])) return undefined;
  const leading = BigInt(coefficients[pivot] ?? 1);
  return known % leading === 0n ? -known / leading : undefined;
}
