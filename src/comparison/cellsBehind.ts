import { findCell, type CellKey, type FormCell } from '../cells.js';
import type { Form } from '../forms/form.js';
import { partsOf } from './comparability.js';

/**
 * The cells of a form whose sum is what a key means: the cell itself, else its parts on a form that has all of
 * them; undefined when the form says nothing of it.
 */
export function cellsBehind(form: Form, key: CellKey): readonly FormCell[] | undefined {
  const own = findCell(form, key);
  if (own) return [own];
  const parts = partsOf(key)?.map((part) => findCell(form, part));
  const found = parts?.flatMap((part) => part ?? []) ?? [];
  return parts && found.length === parts.length ? found : undefined;
}
