import { cellsOf, keyOfPattern, type CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';

/** The parts of every total of a form: a total may add up its row, its column, or both. */
export type Totals = ReadonlyMap<CellKey, readonly (readonly CellKey[])[]>;

const known = new WeakMap<Form, Totals>();

/**
 * The cells that are sums of others within one report, read off the rules that say so: one cell on
 * the left, an equals sign, its parts on the right.
 */
export function totalsOf(form: Form): Totals {
  const done = known.get(form);
  if (done) return done;
  const keys = new Set(cellsOf(form).map(({ key }) => key));
  const totals = new Map<CellKey, CellKey[][]>();
  for (const { comparisons } of form.rules)
    for (const { each, left, relation, right } of comparisons) {
      const [total, ...others] = left.terms;
      const terms = [...left.terms, ...right.terms];
      if (!total || others.length > 0 || relation !== '=' || terms.some((term) => term.lastYear)) continue;
      for (const id of each) {
        const key = keyOfPattern(total.cell, id);
        const parts = right.terms.map((term) => keyOfPattern(term.cell, id));
        if (keys.has(key)) totals.set(key, [...(totals.get(key) ?? []), parts]);
      }
    }
  known.set(form, totals);
  return totals;
}
