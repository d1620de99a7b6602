import type { Values } from '../cells.js';
import { valuesIn, type Net } from './equations.js';
import { canSettleWith, closedRows, settlesAll } from './closedRows.js';
import { isBlocked, solutionsOf, type Solution } from './solutions.js';
import { openCell, tableauOf, type Tableau, type TableauRow } from './tableau.js';

/** Cells, by position in the form, and the values they should have. */
export type Changes = ReadonlyMap<number, bigint>;

export interface Localized {
  /** Every smallest set of changes after which all sums of the net hold. */
  readonly sets: readonly Changes[];
  /** Only one set of this size makes the sums hold, and only with these values. */
  readonly isUnique: boolean;
}

/** Some cells chosen to be wrong: what the sums say when they are left open. Columns of the net. */
interface State {
  readonly chosen: readonly number[];
  readonly tableau: Tableau;
}

/** Bounds the work for tables that are wrong everywhere. */
const mostStates = 4_000;
const none: Localized = { sets: [], isUnique: false };

/** Nothing to change: the sums hold, or its blanks can be filled so that they do. */
export function isSound(net: Net, values: Values): boolean {
  const own = valuesIn(net, values);
  const tableau = tableauOf(net, own);
  return own.every((value) => value === null || value >= 0n) && !brokenRow(net, own, tableau);
}

/**
 * The error-localisation problem of Fellegi and Holt: the fewest cells that must change so that every sum
 * holds, over whole numbers ≥ 0. A sum that fails without any chosen cell proves that one of its own cells
 * is wrong, so only those are tried; eliminating the chosen cells gives the implied sums.
 */
export function localizeErrors(net: Net, all: Values, mostChanges: number): Localized {
  const values = valuesIn(net, all);
  const base = tableauOf(net, values);
  const negative = [...values.keys()].filter((column) => (values[column] ?? 0n) < 0n);
  if (negative.length > mostChanges) return none;
  const start = negative.reduce<State>((state, column) => choose(state, column, values), {
    chosen: [],
    tableau: base,
  });
  if (!brokenRow(net, values, start.tableau))
    return localized(net, solutionsOf(net, values, start.tableau, start.chosen));
  let states: readonly State[] = [start];
  let visited = 0;
  for (let size = start.chosen.length; size < mostChanges; size++) {
    const left = mostChanges - size - 1;
    const found = new Map<string, Solution[]>();
    const next = new Map<string, State>();
    for (const state of states) {
      if (++visited > mostStates) return { ...localized(net, [...found.values()].flat()), isUnique: false };
      const broken = brokenRow(net, values, state.tableau);
      const closed = closedRows(state.tableau);
      for (const column of broken ? closedCells(broken, state.tableau) : []) {
        const isSettled = settlesAll(closed, column);
        if (!isSettled && !canSettleWith(closed, column, left)) continue;
        const key = [...state.chosen, column].sort((one, other) => one - other).join();
        if (found.has(key) || next.has(key)) continue;
        const grown = choose(state, column, values);
        if (!isSettled || brokenRow(net, values, grown.tableau)) next.set(key, grown);
        else found.set(key, solutionsOf(net, values, grown.tableau, grown.chosen));
      }
    }
    const solutions = [...found.values()].flat();
    if (solutions.length > 0) return localized(net, solutions);
    states = [...next.values()];
  }
  return none;
}

function choose({ chosen, tableau }: State, column: number, values: Values): State {
  return { chosen: [...chosen, column], tableau: openCell(tableau, column, values[column] ?? 0n) };
}

/** The shortest sum that no values ≥ 0 of the open cells can make hold. */
function brokenRow(net: Net, values: Values, tableau: Tableau): TableauRow | undefined {
  let shortest: TableauRow | undefined;
  for (const row of tableau.rows)
    if (row.pivot === -1 && row.known !== 0n && (!shortest || row.columns.length < shortest.columns.length))
      shortest = row;
  return shortest ?? isBlocked(net, values, tableau);
}

function closedCells({ columns }: TableauRow, { open }: Tableau): number[] {
  return columns.filter((column) => !open.includes(column));
}

function localized({ cells }: Net, solutions: readonly Solution[]): Localized {
  const sets = solutions.map(
    ({ values }) =>
      new Map(
        [...values].flatMap(([column, value]) => (cells[column] ? [[cells[column].position, value]] : [])),
      ),
  );
  return { sets, isUnique: solutions.length === 1 && solutions.every(({ isForced }) => isForced) };
}
