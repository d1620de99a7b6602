import type { Form } from '../forms/form.js';
import { tablesOf } from '../cells.js';

/** Form 2019 has one row for what form 2021 divides in three. */
const undivided = 'otherHandling';
const divided = ['supplementOverdue', 'feeOverdue', 'otherReasons'];

/** Rows of 三 that are no outcome. */
const otherRows = ['received', 'carriedOver', 'outcomesTotal', 'carriedForward'];

/** The rows of 三（一） to （六） of a form. */
export function outcomeRowsOf(form: Form): readonly string[] {
  const rows = tablesOf(form).find(({ id }) => id === 'requests')?.rows ?? [];
  return rows.map(({ id }) => id).filter((id) => !otherRows.includes(id));
}

const known = new WeakMap<Form, ReadonlyMap<string, string>>();

/** The row in which a form counts an outcome; null when it has none for it. */
export function outcomeRow(form: Form, outcome: string): string | null {
  // It is asked of each case.
  const rows = known.get(form) ?? countedIn(form);
  known.set(form, rows);
  return rows.get(outcome) ?? null;
}

/** Outcomes with the row each is counted in. */
function countedIn(form: Form): ReadonlyMap<string, string> {
  const rows = outcomeRowsOf(form);
  const others = rows.includes(undivided) ? divided : [];
  return new Map([
    ...others.map((row) => [row, undivided] as const),
    ...rows.map((row) => [row, row] as const),
  ]);
}
