import { findCell, valueAt, type CellKey, type Values } from '../../../src/cells.js';
import { totalsOf } from '../../../src/checks/sums/totals.js';
import type { Form } from '../../../src/forms/form.js';

/** What a total should be by the parts it adds up. */
export interface SumOffer {
  readonly parts: readonly CellKey[];
  readonly sum: bigint;
}

/** The sums that a total could take; none while a part is blank, and none that it already has. */
export function sumsFor(form: Form, values: Values, key: CellKey): SumOffer[] {
  const valueOf = (part: CellKey) => valueAt(form, values, part) ?? null;
  const offers = (totalsOf(form).get(key) ?? []).flatMap((parts): SumOffer[] => {
    const sum = sumOf(parts, valueOf);
    return sum !== null && findCell(form, key) && valueOf(key) !== sum ? [{ parts, sum }] : [];
  });
  return offers.filter(({ sum }, index) => offers.findIndex((other) => other.sum === sum) === index);
}

/** What cells add up to; null while one of them is blank. */
export function sumOf(parts: readonly CellKey[], valueOf: (key: CellKey) => bigint | null): bigint | null {
  let sum = 0n;
  for (const part of parts) {
    const value = valueOf(part);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
