import { findCell, type CellKey, type FormCell } from '../../src/cells.js';
import { rowName } from '../../src/checks/place.js';
import type { Form } from '../../src/forms/form.js';
import { formById } from '../../src/forms/index.js';

/** Row and column of a cell as printed, with the unit: 「（三）不予公开·1.属于国家秘密 自然人（件）」. */
export function shortName(cell: FormCell): string {
  const { label, unit } = cell.column;
  return `${rowName(cell).slice(1, -1)} ${label}${label.includes(unit) ? '' : `（${unit}）`}`;
}

export function shortNameOf(form: Form, key: CellKey): string {
  const cell = findCell(form, key);
  return cell ? shortName(cell) : key;
}

/** The same where only the name of the form is known. */
export function nameInForm(form: string, key: CellKey): string {
  const found = formById(form);
  return found ? shortNameOf(found, key) : key;
}
