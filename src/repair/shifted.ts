import type { FormCell, Values } from '../cells.js';
import type { Form } from '../forms/form.js';
import type { Changes } from './localizeErrors.js';
import { neighbours } from './slips.js';

const directions = [0, 1, 2, 3];

/**
 * True when values stand one row or column beside where they belong: what is written in the next of the
 * changed cells is what belongs in this one. The last of them has no next.
 */
export function isShifted(form: Form, cells: readonly FormCell[], values: Values, changes: Changes): boolean {
  return directions.some((direction) => {
    const moved = [...changes].filter(([position, right]) => {
      const cell = cells[position];
      const next = cell && neighbours(form, cell)[direction];
      return next && changes.has(next.position) && values[next.position] === right;
    });
    return moved.length >= changes.size - 1 && moved.some(([, right]) => right !== 0n);
  });
}
