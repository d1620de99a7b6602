import { looksLikeValue } from '../../draft/readNumber.js';
import type { Line } from '../line.js';

/** A number alone may be that of a page. */
const fewestValues = 2;

/**
 * Values that stand in steps under one head, those of each row of the form on a line of their own: as one line.
 * undefined where the lines are no steps, null where a step lacks a value, so that nobody knows whether it is one.
 */
export function stairs(lines: readonly Line[], columns: readonly number[]): Line | null | undefined {
  const [first] = lines;
  const steps = lines.map(({ cells }) =>
    cells.filter((cell) => columns.includes(cell.column) && looksLikeValue(cell)),
  );
  const all = steps.flat();
  const taken = new Set(all.map(({ column }) => column));
  if (!first || lines.length < 2 || first.spaced || steps.some((step) => step.length < fewestValues))
    return undefined;
  if (taken.size < all.length || lines.some(({ grid }) => grid !== first.grid)) return undefined;
  if (taken.size < columns.length) return null;
  return { ...first, cells: [...all].sort((one, other) => one.column - other.column) };
}
