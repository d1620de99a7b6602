import type { Form, Section, Table } from '../../src/forms/form.js';
import type { GridCell } from '../reading/grid.js';
import { looksLikeValue } from '../draft/readNumber.js';
import { columnIndex } from './headers.js';
import type { Line } from './line.js';

/** A table printed on one line, as 四 is: the columns of every row side by side under one head. */
export interface OneLine {
  /** The line that holds the values, or should; null when not even the head was found. */
  readonly line: Line | null;
  readonly columns: readonly (number | null)[];
  readonly cells: readonly (GridCell | null)[];
  readonly isAmbiguous: boolean;
}

/** Below its head the values of the table stand within this many lines. */
const searchedLines = 4;

export function findOneLine(
  table: Table,
  lines: readonly Line[],
  form: Form,
  sections: ReadonlyMap<Line, Section>,
  rowLines: ReadonlySet<Line>,
): OneLine | undefined {
  const size = table.rows.length * table.columns.length;
  const section = form.sections.find(({ tables }) => tables.includes(table));
  const head = headOf(table, lines, rowLines);
  const own = lines.filter((line) => sections.get(line) === section);
  const last = head.lines.at(-1);
  if (!last && own.length === 0) return undefined;
  const below = last ? lines.slice(lines.indexOf(last) + 1).slice(0, searchedLines) : own;
  const line = below.find(
    (candidate) =>
      (last === undefined || candidate.grid === last.grid) &&
      !rowLines.has(candidate) &&
      // A line with words of its own is this table's only if it has every value.
      (valueCells(candidate).length === candidate.cells.length || valueCells(candidate).length === size),
  );
  const columns = head.columns.length === size ? head.columns : null;
  if (!line) {
    // The values belong right below the head; there a person will fill them in.
    const blank = last ? { ...last, row: last.row + 1, cells: [] } : null;
    return { line: blank, columns: columns ?? nowhere(size), cells: nowhere(size), isAmbiguous: false };
  }
  return { line, ...place(line, size, columns) };
}

function place(line: Line, size: number, head: readonly number[] | null): Omit<OneLine, 'line'> {
  const values = valueCells(line);
  const ambiguous = { columns: nowhere(size), cells: nowhere(size), isAmbiguous: true };
  const byColumn = new Map(line.cells.map((cell) => [cell.column, cell]));
  if (head && !line.spaced && values.every((cell) => head.includes(cell.column)))
    return {
      columns: head,
      cells: head.map((column) => byColumn.get(column) ?? null),
      isAmbiguous: false,
    };
  if (values.length === size)
    return { columns: values.map((cell) => cell.column), cells: values, isAmbiguous: false };
  // A delimited line that ends early has lost its tail.
  const isCut = line.width !== null && !line.spaced && values.length === line.width && values.length < size;
  if (!isCut) return ambiguous;
  const tail = nowhere(size - values.length);
  return {
    columns: [...values.map((cell) => cell.column), ...tail],
    cells: [...values, ...tail],
    isAmbiguous: false,
  };
}

/** The lowest labels of the head, in the order of their columns. */
function headOf(table: Table, lines: readonly Line[], rowLines: ReadonlySet<Line>) {
  const index = columnIndex(table);
  const first = table.columns[0];
  const start = lines.findIndex(
    (line) => !rowLines.has(line) && line.cells.some((cell) => index.find(cell.text)?.line === first),
  );
  const found: Line[] = [];
  const columns = new Set<number>();
  for (const line of lines.slice(Math.max(0, start), start < 0 ? 0 : start + searchedLines)) {
    if (line.grid !== lines[start]?.grid || valueCells(line).length > 0) break;
    const labels = line.cells.filter((cell) => index.find(cell.text));
    if (labels.length === 0) continue;
    found.push(line);
    for (const label of labels) columns.add(label.column);
  }
  return { lines: found, columns: [...columns].sort((left, right) => left - right) };
}

function valueCells(line: Line): GridCell[] {
  return line.cells.filter(looksLikeValue);
}

function nowhere(size: number): null[] {
  return new Array<null>(size).fill(null);
}
