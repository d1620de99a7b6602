import { valueAt, type CellKey, type Values } from '../../../src/cells.js';
import { blanksAsZero } from '../../../src/checks/sums/blanksAsZero.js';
import { totalsOf } from '../../../src/checks/sums/totals.js';
import type { Form } from '../../../src/forms/form.js';
import { sumOf } from './sumOffers.js';

/** A blank total, and what its parts add up to. */
export interface FilledTotal {
  readonly key: CellKey;
  readonly sum: bigint;
}

/** Blank cells that are no sums, or sums of nothing but zeros. */
export function zerosOf(form: Form, values: Values, isTyped: (key: CellKey) => boolean): CellKey[] {
  return [
    ...blanksAsZero(form, (key) => {
      const value = valueAt(form, values, key);
      if (value === undefined) return undefined;
      if (value === null) return isTyped(key) ? 'lost' : 'blank';
      return value === 0n ? 'zero' : 'other';
    }),
  ];
}

/** Blank totals that their parts fill, whichever way they are added up; one of totals after those it adds up. */
export function blankTotals(form: Form, values: Values, isTyped: (key: CellKey) => boolean): FilledTotal[] {
  const found = new Map<CellKey, bigint>();
  const valueOf = (key: CellKey) => found.get(key) ?? valueAt(form, values, key) ?? null;
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [key, ways] of totalsOf(form)) {
      if (valueOf(key) !== null || isTyped(key)) continue;
      const sums = ways.map((parts) => sumOf(parts, valueOf));
      const [sum] = sums;
      if (sum != null && sums.every((other) => other === sum)) found.set(key, sum);
    }
  }
  return [...found].map(([key, sum]) => ({ key, sum }));
}
