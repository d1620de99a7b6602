import type { Values } from '../cells.js';
import type { Net } from './equations.js';
import { forcedValue, isImpossible, rowsOf, type Tableau, type TableauRow } from './tableau.js';

/** Values of the chosen cells with which every sum can hold. By column of the net. */
export interface Solution {
  readonly values: ReadonlyMap<number, bigint>;
  /** No other values of these cells would do. */
  readonly isForced: boolean;
}

/** The shortest sum that its open cells cannot make hold, because it would take values below zero. */
export function isBlocked(net: Net, values: Values, { rows, open }: Tableau): TableauRow | undefined {
  const solved = rows.filter(({ pivot }) => pivot !== -1);
  // When every open cell has a row of its own the rows say all there is to say of them.
  const given = solved.length === open.length ? [] : givenRows(net, values, open);
  let shortest: TableauRow | undefined;
  for (const row of [...solved, ...given])
    if (isImpossible(row, open) && (!shortest || row.columns.length < shortest.columns.length))
      shortest = row;
  return shortest;
}

/** The sums as the form has them, in which open cells stand. */
function givenRows(net: Net, values: Values, open: readonly number[]): TableauRow[] {
  const closed = values.map((value, column) => (open.includes(column) ? 0n : value));
  return rowsOf(net, closed).flatMap((row) => {
    const pivot = open.find((column) => row.coefficients[column]);
    return pivot === undefined ? [] : [{ ...row, pivot }];
  });
}

/** More cells without a sum of their own than this are not put right by guessing. */
const mostFree = 2;

/**
 * What the chosen cells should be. As a rule the sums leave one value for each. Where they leave more,
 * because a blank or another chosen cell shares all its sums, the values are tried that leave nothing for
 * the other, or undo its wrong sign.
 */
export function solutionsOf(
  net: Net,
  values: Values,
  tableau: Tableau,
  chosen: readonly number[],
): Solution[] {
  const { open } = tableau;
  const rows = tableau.rows.filter(({ pivot }) => pivot !== -1);
  const solved = rows.filter(({ pivot }) => chosen.includes(pivot));
  const free = chosen.filter((column) => !solved.some(({ pivot }) => pivot === column));
  if (free.length > mostFree) return [];
  const blanks = open.filter((column) => !chosen.includes(column));
  const isForced = free.length === 0 && solved.every((row) => forcedValue(row, open) !== undefined);
  return choices(free.map((column) => [column, valuesToTry(values, rows, column, free)] as const))
    .map((chosenFreely) => {
      const found = new Map(chosenFreely);
      for (const row of solved) found.set(row.pivot, solve(row, chosenFreely, blanks));
      return { values: new Map(chosen.map((column) => [column, found.get(column) ?? -1n])), isForced };
    })
    .filter(({ values: found }) => {
      if ([...found].some(([column, value]) => value < 0n || value === values[column])) return false;
      if (isForced) return true;
      const changed = values.map((value, column) => found.get(column) ?? value);
      return !givenRows(net, changed, blanks).some((row) => isImpossible(row, blanks)) && adds(net, changed);
    });
}

type Choice = ReadonlyMap<number, bigint>;

/** Every way to take one value for each. */
function choices(each: readonly (readonly [column: number, values: readonly bigint[]])[]): Choice[] {
  return each.reduce<Choice[]>(
    (all, [column, values]) =>
      all.flatMap((choice) => values.map((value) => new Map([...choice, [column, value]]))),
    [new Map()],
  );
}

function valuesToTry(
  values: Values,
  rows: readonly TableauRow[],
  column: number,
  free: readonly number[],
): bigint[] {
  const written = (each: number) => values[each] ?? 0n;
  const withoutSign = (each: number) => (written(each) < 0n ? [0n, -written(each)] : []);
  const bounds = rows.flatMap(({ coefficients, known, pivot }) => {
    const amount = BigInt(coefficients[column] ?? 0);
    if (amount === 0n) return [];
    const leading = BigInt(coefficients[pivot] ?? 0);
    const others = free
      .filter((each) => each !== column)
      .reduce((sum, each) => sum + BigInt(coefficients[each] ?? 0) * written(each), known);
    return [0n, ...withoutSign(pivot)].flatMap((value) => {
      const rest = -others - leading * value;
      return rest % amount === 0n ? [rest / amount] : [];
    });
  });
  return [...new Set([...withoutSign(column), ...bounds])];
}

/** The value of the pivot with blanks left zero, or 0 where only blanks that are more allow any. */
function solve({ coefficients, known, pivot }: TableauRow, free: Choice, blanks: readonly number[]): bigint {
  let rest = known;
  for (const [column, value] of free) rest += BigInt(coefficients[column] ?? 0) * value;
  const leading = BigInt(coefficients[pivot] ?? 1);
  if (rest % leading !== 0n) return -1n;
  const found = -rest / leading;
  return found < 0n && blanks.some((column) => coefficients[column]) ? 0n : found;
}

/** The sums without blanks hold. */
function adds(net: Net, values: Values): boolean {
  return rowsOf(net, values).every(
    ({ columns, known }) => known === 0n || columns.some((column) => values[column] === null),
  );
}
