import { valueAt, type CellKey } from '../../cells.js';
import type { Numbers } from '../check.js';

/** The sum of some cells of a report; null while one of them is blank. */
export function sumOfCells({ form, values }: Numbers, keys: readonly CellKey[]): bigint | null {
  let sum = 0n;
  for (const key of keys) {
    const value = valueAt(form, values, key);
    if (value == null) return null;
    sum += value;
  }
  return sum;
}
