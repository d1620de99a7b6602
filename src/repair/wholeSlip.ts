import type { FormCell, Values } from '../cells.js';
import { totalsOf } from '../checks/sums/totals.js';
import type { Form } from '../forms/form.js';
import type { Changes } from './localizeErrors.js';
import { isShifted } from './shifted.js';
import { neighbours, type Slip } from './slips.js';

/** The slip that a whole set of changes undoes, where it is one and not one for each cell. */
export function wholeSlipOf(
  form: Form,
  cells: readonly FormCell[],
  values: Values,
  changes: Changes,
): Slip | null {
  if (isJoined(form, cells, values, changes)) return 'joined';
  if (isTransferred(form, cells, values, changes)) return 'transferred';
  return isShifted(form, cells, values, changes) ? 'shifted' : null;
}

interface Change {
  readonly cell: FormCell;
  readonly from: bigint;
  readonly to: bigint;
}

/** The two changes of a set of two, both of numbers that somebody has written. */
function pairOf(cells: readonly FormCell[], values: Values, changes: Changes): [Change, Change] | null {
  const all = [...changes].flatMap(([position, to]): Change[] => {
    const cell = cells[position];
    const from = values[position] ?? null;
    return cell && from !== null ? [{ cell, from, to }] : [];
  });
  const [one, other] = all;
  return changes.size === 2 && one && other ? [one, other] : null;
}

/** Some requests stand under the wrong kind of applicant: what one column has too few the other has too many. */
function isTransferred(form: Form, cells: readonly FormCell[], values: Values, changes: Changes): boolean {
  const pair = pairOf(cells, values, changes);
  if (!pair) return false;
  const [one, other] = pair;
  const isWithinRow = one.cell.table === other.cell.table && one.cell.row === other.cell.row;
  const isOfParts = pair.every(({ cell }) => !sumsItsRow(form, cell));
  return isWithinRow && isOfParts && one.to - one.from === other.from - other.to;
}

function sumsItsRow(form: Form, { key, table, row }: FormCell): boolean {
  const prefix = `${table.id}.${row.id}.`;
  return (totalsOf(form).get(key) ?? []).some((parts) => parts.every((part) => part.startsWith(prefix)));
}

/** The digits of one number stand in two neighbouring cells: 12 and 3 instead of 123 and nothing. */
function isJoined(form: Form, cells: readonly FormCell[], values: Values, changes: Changes): boolean {
  const pair = pairOf(cells, values, changes);
  if (!pair) return false;
  return [pair, [...pair].reverse()].some(([whole, rest]) => {
    if (!whole || !rest || rest.to !== 0n || whole.from <= 0n || rest.from < 0n) return false;
    const [, , before, after] = neighbours(form, whole.cell);
    const [own, its] = [`${whole.from}`, `${rest.from}`];
    if (after === rest.cell) return `${whole.to}` === own + its;
    return before === rest.cell && `${whole.to}` === its + own;
  });
}
