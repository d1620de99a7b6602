import { blankValues, cellsOf, type FormCell, type Values } from '../cells.js';
import { allSums, type Sum } from '../checks/sums/sums.js';
import type { Form } from '../forms/form.js';

/** Σ coefficient × cell = 0: one sum that must hold. By column of the net. */
export type Coefficients = Int32Array;

/**
 * Sums that share cells: 三 is one net, each row of 四 another. An error in one says nothing of the other.
 * Its columns are the cells that occur in it.
 */
export interface Net {
  readonly cells: readonly FormCell[];
  readonly equations: readonly Coefficients[];
}

const nets = new WeakMap<Form, readonly Net[]>();

/** Every sum that blocks a submission. A report of the year before binds nothing here: it may be the wrong one. */
export function netsOf(form: Form): readonly Net[] {
  const known = nets.get(form);
  if (known) return known;
  const sums = allSums({ form, values: blankValues(form), year: null }).filter(
    ({ rule, relation }) => rule.severity === 'error' && relation === '=',
  );
  const made = connected(sums.map(termsOf)).map((equations) => netOf(form, equations));
  nets.set(form, made);
  return made;
}

/** The values of the cells of a net, in its order. */
export function valuesIn({ cells }: Net, values: Values): Values {
  return cells.map(({ position }) => values[position] ?? null);
}

/** By position of the cell in the form. */
type Terms = ReadonlyMap<number, number>;

function termsOf({ left, right }: Sum): Terms {
  const terms = new Map<number, number>();
  const add = (position: number, amount: number) => terms.set(position, (terms.get(position) ?? 0) + amount);
  for (const { cell, term } of left.operands) add(cell.position, term.subtracted ? -1 : 1);
  for (const { cell, term } of right.operands) add(cell.position, term.subtracted ? 1 : -1);
  return terms;
}

function connected(equations: readonly Terms[]): Terms[][] {
  let groups: { positions: Set<number>; equations: Terms[] }[] = [];
  for (const equation of equations) {
    const own = [...equation.keys()];
    const touching = groups.filter(({ positions }) => own.some((position) => positions.has(position)));
    const merged = {
      positions: new Set([...own, ...touching.flatMap(({ positions }) => [...positions])]),
      equations: [...touching.flatMap((group) => group.equations), equation],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.equations);
}

function netOf(form: Form, equations: readonly Terms[]): Net {
  const cells = cellsOf(form).filter(({ position }) => equations.some((terms) => terms.has(position)));
  return {
    cells,
    equations: equations.map((terms) => Int32Array.from(cells, ({ position }) => terms.get(position) ?? 0)),
  };
}
