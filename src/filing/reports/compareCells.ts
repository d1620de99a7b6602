import { cellsOf, findCell, formatValue, valueAt, type CellKey } from '../../cells.js';
import type { Numbers } from '../../checks/check.js';

/** A cell whose value differs from the version before. Canonical decimal strings; null is blank. */
export interface CellDifference {
  readonly cell: CellKey;
  readonly before: string | null;
  readonly after: string | null;
}

/** The cells whose value differs, in printed order. Cells only one of the forms has count as blank in the other. */
export function compareCells(before: Numbers, after: Numbers): CellDifference[] {
  const keys = new Set([...cellsOf(after.form), ...cellsOf(before.form)].map(({ key }) => key));
  return [...keys]
    .filter((key) => (valueOf(before, key) ?? null) !== (valueOf(after, key) ?? null))
    .map((cell) => ({ cell, before: shownValue(before, cell), after: shownValue(after, cell) }));
}

/** The canonical decimal string of a cell; null when it is blank or the form has no such cell. */
export function shownValue(numbers: Numbers, key: CellKey): string | null {
  const cell = findCell(numbers.form, key);
  const value = valueOf(numbers, key);
  return cell && value != null ? formatValue(cell.column, value) : null;
}

function valueOf({ form, values }: Numbers, key: CellKey): bigint | null | undefined {
  return valueAt(form, values, key);
}
