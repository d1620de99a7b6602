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
  if (header) for (const column of leftOfHead(rows, header)) found.add(column);
  const counting = [...columns].filter(([, cells]) => countsRows(cells, rows)).map(([column]) => column);
  return { columns: new Set([...found, ...counting]), hasCounting: counting.length > 0 };
}

/** Of so many rows a column to the left of the head has numbers, while the values reach to its last column. */
const most = 0.8;
const half = 0.5;

/**
 * Columns between the labels and the first column of the head that nearly every row fills, though the values stand
 * below the head: 占比, 其中. Where rows were pushed aside by their labels, they end before its last column.
 */
function leftOfHead(rows: readonly BoundRow[], header: readonly number[]): number[] {
  const [first = 0] = header;
  const last = header.at(-1) ?? 0;
  const filled = new Map<number, { readonly all: number; readonly whole: number }>();
  for (const row of rows) {
    const cells = cellsAfter(row.line, labelEnd(row)).filter(looksLikeValue);
    const reaches = cells.some(({ column }) => column === last);
    for (const { column } of cells) {
      if (column >= first) continue;
      const { all, whole } = filled.get(column) ?? { all: 0, whole: 0 };
      filled.set(column, { all: all + 1, whole: whole + Number(reaches) });
    }
  }
  return [...filled].flatMap(([column, { all, whole }]) =>
    rows.length >= fewestCounted && all >= rows.length * most && whole >= all * half ? [column] : [],
  );
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
