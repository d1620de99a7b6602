import { cellsOf, type Values } from '../cells.js';
import type { Form } from '../forms/form.js';
import { totalsOf } from '../checks/sums/totals.js';
import type { Changes } from './localizeErrors.js';
import { slipOf, slips } from './slips.js';
import { wholeSlipOf } from './wholeSlip.js';

export interface RankedChanges {
  readonly changes: Changes;
  /** Smaller is likelier. */
  readonly improbability: number;
}

/** The sets of changes, the one that a person most likely brought about first. */
export function rankChanges(form: Form, values: Values, sets: readonly Changes[]): RankedChanges[] {
  return sets
    .map((changes) => ({ changes, improbability: improbabilityOf(form, values, changes) }))
    .sort((left, right) => left.improbability - right.improbability);
}

/** Slip for slip; what one slip has brought about in several cells counts once. */
function improbabilityOf(form: Form, values: Values, changes: Changes): number {
  const cells = cellsOf(form);
  const apart = [...changes].reduce((sum, [position, right]) => {
    const cell = cells[position];
    if (!cell) return sum;
    const digits = right.toString().length;
    // Small numbers are commoner than large ones. A total has been added up; its parts were only typed.
    const tie = digits + (totalsOf(form).has(cell.key) ? 0.5 : 0);
    return sum + slips[slipOf(form, cell, values, right)].improbability + tie;
  }, 0);
  const whole = wholeSlipOf(form, cells, values, changes);
  return whole ? Math.min(apart, slips[whole].improbability) : apart;
}
