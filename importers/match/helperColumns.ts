import { looksLikeValue } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { cellsAfter } from './line.js';
import { labelEnd } from './lostLabels.js';

/** So many rows counted one after the other are no figures of a report. */
const fewestCounted = 5;

export interface HelperColumns {
  readonly columns: ReadonlySet<number>;
  /** One of them counts the rows: its numbers could be taken for values. */
  readonly hasCounting: boolean;
}

/**
 * Columns among the values of a table that hold none: a column that counts the rows (行次 1, 2, 3 …), and one
 * beside a row that has all its values where the head names them.
 */
export function helperColumns(
  rows: readonly BoundRow[],
  header: readonly number[] | null,
  named: ReadonlySet<number>,
): HelperColumns {
  const own = new Set(header ?? []);
  const found = new Set([...named].filter((column) => !own.has(column)));
  const columns = new Map<number, { row: BoundRow; text: string }[]>();
  for (const row of rows) {
    const cells = cellsAfter(row.line, labelEnd(row));
    const filled = new Set(cells.map(({ column }) => column));
    const isFull = header !== null && header.every((column) => filled.has(column));
    for (const cell of cells) {
      if (own.has(cell.column)) continue;
      if (isFull && looksLikeValue(cell)) found.add(cell.column);
      const before = columns.get(cell.column) ?? [];
      columns.set(cell.column, [...before, { row, text: cell.number ?? cell.text.trim() }]);
    }
  }
  const counting = [...columns].filter(([, cells]) => countsRows(cells, rows)).map(([column]) => column);
  return { columns: new Set([...found, ...counting]), hasCounting: counting.length > 0 };
}

function countsRows(
  cells: readonly { readonly row: BoundRow; readonly text: string }[],
  rows: readonly BoundRow[],
): boolean {
  if (cells.length < fewestCounted || cells.length * 5 < rows.length * 4) return false;
  if (!cells.every(({ text }) => /^\d{1,3}$/.test(text.normalize('NFKC')))) return false;
  const numbers = cells.map(({ text }) => Number(text.normalize('NFKC')));
  return numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === 1);
}
