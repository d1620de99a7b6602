import { findCell, type CellKey, type FormCell } from '../../src/cells.js';
import { cellName, rowName } from '../../src/checks/place.js';
import type { Form } from '../../src/forms/form.js';

/** Row and column of a cell as printed, with the unit: 「（三）不予公开·1.属于国家秘密 自然人（件）」. */
export function shortName(cell: FormCell): string {
  const { label, unit } = cell.column;
  return `${rowName(cell).slice(1, -1)} ${label}${label.includes(unit) ? '' : `（${unit}）`}`;
}

/** The whole name of a cell with its table; the key itself when the form has no such cell. */
export function nameOfCell(form: Form, key: CellKey): string {
  const cell = findCell(form, key);
  return cell ? cellName(cell) : key;
}

export function shortNameOf(form: Form, key: CellKey): string {
  const cell = findCell(form, key);
  return cell ? shortName(cell) : key;
}
