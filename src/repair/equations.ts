import { blankValues, cellsOf, type FormCell } from '../cells.js';
import { allSums, type Sum } from '../checks/sums.js';
import type { Form } from '../forms/form.js';

/** Σ coefficient × cell = 0: one sum that must hold, or a combination of several. */
export interface Equation {
  /** By position of the cell; cells that do not occur are absent. */
  readonly coefficients: ReadonlyMap<number, bigint>;
}

/** The sums the reports of a form must satisfy. */
export interface System {
  readonly cells: readonly FormCell[];
  readonly equations: readonly Equation[];
  /** 三 is one net of sums, each row of 四 another: an error in one says nothing of the other. */
  readonly nets: readonly (readonly Equation[])[];
}

const systems = new WeakMap<Form, System>();

/** Every sum that blocks a submission. A report of the year before binds nothing here: it may be the wrong one. */
export function systemOf(form: Form): System {
  const known = systems.get(form);
  if (known) return known;
  const equations = allSums({ form, values: blankValues(form), year: null })
    .filter(({ rule, relation }) => rule.severity === 'error' && relation === '=')
    .map(equationOf);
  const system = { cells: cellsOf(form), equations, nets: connected(equations) };
  systems.set(form, system);
  return system;
}

function connected(equations: readonly Equation[]): Equation[][] {
  let nets: { positions: Set<number>; equations: Equation[] }[] = [];
  for (const equation of equations) {
    const own = [...equation.coefficients.keys()];
    const touching = nets.filter(({ positions }) => own.some((position) => positions.has(position)));
    const merged = {
      positions: new Set([...own, ...touching.flatMap(({ positions }) => [...positions])]),
      equations: [...touching.flatMap((net) => net.equations), equation],
    };
    nets = [...nets.filter((net) => !touching.includes(net)), merged];
  }
  return nets.map((net) => net.equations);
}

function equationOf({ left, right }: Sum): Equation {
  const coefficients = new Map<number, bigint>();
  const add = (position: number, amount: bigint) =>
    coefficients.set(position, (coefficients.get(position) ?? 0n) + amount);
  for (const { cell, term } of left.operands) add(cell.position, term.subtracted ? -1n : 1n);
  for (const { cell, term } of right.operands) add(cell.position, term.subtracted ? 1n : -1n);
  return { coefficients };
}

/** target − factor × pivot, scaled so that the cell of the pivot drops out. */
export function eliminate(target: Equation, pivot: Equation, position: number): Equation {
  const wanted = target.coefficients.get(position);
  const leading = pivot.coefficients.get(position);
  if (!wanted || !leading) return target;
  const coefficients = new Map<number, bigint>();
  for (const [cell, amount] of target.coefficients) coefficients.set(cell, amount * leading);
  for (const [cell, amount] of pivot.coefficients) {
    const rest = (coefficients.get(cell) ?? 0n) - amount * wanted;
    if (rest === 0n) coefficients.delete(cell);
    else coefficients.set(cell, rest);
  }
  return { coefficients };
}

/**
 * Solves for some cells: each equation in `solved` holds one of them alone, `rest` holds none of them.
 * Cells that no equation can be solved for are left out of `solved`.
 */
export function solveFor(
  equations: readonly Equation[],
  positions: readonly number[],
): {
  solved: Map<number, Equation>;
  rest: Equation[];
} {
  let rest = [...equations];
  const solved = new Map<number, Equation>();
  for (const position of positions) {
    const pivot = rest.find(({ coefficients }) => coefficients.has(position));
    if (!pivot) continue;
    rest = rest
      .filter((equation) => equation !== pivot)
      .map((equation) => eliminate(equation, pivot, position));
    for (const [other, equation] of solved) solved.set(other, eliminate(equation, pivot, position));
    solved.set(position, pivot);
  }
  return { solved, rest };
}

/** The sum of the equation without one cell; undefined while another cell of it is blank. */
export function sumWithout(
  { coefficients }: Equation,
  values: readonly (bigint | null)[],
  position: number | null,
): bigint | undefined {
  let sum = 0n;
  for (const [cell, amount] of coefficients) {
    if (cell === position) continue;
    const value = values[cell];
    if (value == null) return undefined;
    sum += amount * value;
  }
  return sum;
}

/** The only value ≥ 0 that makes the equation hold; undefined when there is none or other cells are blank. */
export function valueFor(
  equation: Equation,
  values: readonly (bigint | null)[],
  position: number,
): bigint | undefined {
  const rest = sumWithout(equation, values, position);
  const leading = equation.coefficients.get(position);
  if (rest === undefined || !leading || rest % leading !== 0n) return undefined;
  const value = -rest / leading;
  return value < 0n ? undefined : value;
}
