import { isBlankMark, looksLikeValue } from '../../draft/readNumber.js';
import type { GridCell } from '../../reading/grid.js';
import type { Line } from '../line.js';
import type { OneLine } from './oneLineTokens.js';

/**
 * A line of values: each cell is judged by itself, so a word in one of them does not make it another line.
 * A note has one cell, or none under the columns of the head.
 */
export function isValueLine(line: Line, columns: readonly number[] | null, size: number): boolean {
  const values = valueCells(line);
  if (line.spaced || columns === null)
    return values.length > 0 && (values.length === line.cells.length || values.length === size);
  const under = line.cells.filter(({ column }) => columns.includes(column));
  const words = line.cells.filter((cell) => !looksLikeValue(cell));
  const filled = under.filter(looksLikeValue);
  // A line with few values and words of its own is a row that somebody added.
  return words.length === 0 ? filled.length > 0 : filled.length * 2 > size;
}

export function placeCells(line: Line, size: number, head: readonly number[] | null): Omit<OneLine, 'line'> {
  const values = valueCells(line);
  const byColumn = new Map(line.cells.map((cell) => [cell.column, cell]));
  if (head && !line.spaced && values.every((cell) => head.includes(cell.column)))
    return {
      columns: head,
      cells: head.map((column) => byColumn.get(column) ?? null),
      isAmbiguous: false,
    };
  if (values.length === size)
    return { columns: values.map((cell) => cell.column), cells: values, isAmbiguous: false };
  // Numbers beside the table: its own fifteen stand under the head.
  if (head && !line.spaced && head.every((column) => byColumn.has(column)))
    return { columns: head, cells: head.map((column) => byColumn.get(column) ?? null), isAmbiguous: false };
  // A delimited line that ends early has lost its tail.
  const isCut = line.width !== null && !line.spaced && values.length === line.width && values.length < size;
  if (!isCut) return ambiguousLine(size);
  const tail = nowhere(size - values.length);
  return {
    columns: [...values.map((cell) => cell.column), ...tail],
    cells: [...values, ...tail],
    isAmbiguous: false,
  };
}

/** A number, not a mark for nothing. */
export function isFigure(cell: GridCell): boolean {
  return looksLikeValue(cell) && !isBlankMark(cell.text);
}

export function valueCells(line: Line): GridCell[] {
  return line.cells.filter(looksLikeValue);
}

export function ambiguousLine(size: number): Omit<OneLine, 'line'> {
  return { columns: nowhere(size), cells: nowhere(size), isAmbiguous: true };
}

export function nowhere(size: number): null[] {
  return new Array<null>(size).fill(null);
}
