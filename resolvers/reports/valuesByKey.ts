import { cellsOf, findCell, formatValue, type FormCell, type Values } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { forms } from '../../src/forms/index.js';
import { Refusal } from '../../src/filing/refusal.js';

/** Values as decimal strings by cell key, in printed order. A cell of another year's form is left out. */
export function valuesByKey(
  form: Form,
  values: Values,
  keys: readonly string[] | null,
): Record<string, string | null> {
  const answer: Record<string, string | null> = {};
  for (const cell of keys === null ? cellsOf(form) : named(form, keys)) {
    const value = values[cell.position] ?? null;
    answer[cell.key] = value === null ? null : formatValue(cell.column, value);
  }
  return answer;
}

function named(form: Form, keys: readonly string[]): FormCell[] {
  const unknown = keys.find((key) => !forms.some((candidate) => findCell(candidate, key)));
  if (unknown !== undefined)
    throw new Refusal('CELL_UNKNOWN', `没有名为“${unknown}”的格。全部格名见 forms 的 cells。`, ['keys']);
  return keys.flatMap((key) => findCell(form, key) ?? []);
}
