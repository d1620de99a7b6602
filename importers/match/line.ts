import { looksLikeValue } from '../draft/readNumber.js';
import type { Grid, GridCell, GridRow } from '../reading/grid.js';

/** One row of a grid, ready to be bound to a row of the form. */
export interface Line {
  readonly grid: Grid;
  readonly row: number;
  readonly width: number | null;
  readonly cells: readonly GridCell[];
  /** Only spaces separate the values: which column a value belongs to is known only when none is missing. */
  readonly spaced: boolean;
  readonly hidden: boolean;
}

/** A label, then numbers, with nothing but spaces between: what is left of a table in a flattened PDF. */
const spacedRow =
  /^(.*?[^\s\d.,+-])\s+((?:[+\-−]?[\d,.]+|[/—-])(?:\s+(?:[+\-−]?[\d,.]+(?:\s?万?元)?|[/—-]))*)$/u;
/** No table of a form has a longer line; what is longer is prose. */
const longestRow = 10_000;
const onlyNumbers = /^[+-]?[\d,.]+(?:\s+[+-]?[\d,.]+)+$/;

export function linesOf(grid: Grid): Line[] {
  return grid.rows.map((row) => lineOf(grid, row));
}

function lineOf(grid: Grid, row: GridRow): Line {
  const only = row.cells.length === 1 ? row.cells[0] : undefined;
  const spaced = grid.kind === 'text' && row.width === null && only !== undefined;
  const tokens = spaced ? spacedTokens(only.text) : null;
  return {
    grid,
    row: row.row,
    width: row.width,
    hidden: row.hidden === true,
    spaced,
    cells: tokens?.map((text, column) => ({ ...only!, text, column, lastColumn: column })) ?? row.cells,
  };
}

function spacedTokens(text: string): string[] | null {
  if (text.length > longestRow) return null;
  const plain = text.normalize('NFKC').trim();
  if (onlyNumbers.test(plain)) return plain.split(/\s+/);
  const match = spacedRow.exec(plain);
  const [, label, values] = match ?? [];
  return label && values
    ? [...labelsOf(label, text), ...values.replace(/\s(?=万?元)/g, '').split(/\s+/)]
    : null;
}

/** Wider than between words: a group and its row stand side by side, 三、本年度办理结果　（一）予以公开. */
const wideSpace = /\s{2,}|[\u3000\u00a0]/u;

function labelsOf(label: string, line: string): string[] {
  const written = line.trim().split(wideSpace);
  const labels: string[] = [];
  let rest = label;
  for (const piece of written) {
    const plain = piece.normalize('NFKC').trim();
    if (plain === '' || !rest.startsWith(plain)) break;
    labels.push(plain);
    rest = rest.slice(plain.length).trim();
  }
  return rest === '' && labels.length > 0 ? labels : [label];
}

/** Everything a line says. */
export function textOf({ cells }: Line): string {
  return cells.map((cell) => cell.text.trim()).join(' ');
}

/** The filled cells to the right of a column. */
export function cellsAfter(line: Line, column: number): GridCell[] {
  return line.cells.filter((cell) => cell.column > column);
}

/** True when nothing to the right of the label, within the table, reads as text: 其他 in a header is followed by 总计. */
export function hasOnlyValuesAfter(line: Line, column: number, lastColumn = Infinity): boolean {
  return cellsAfter(line, column).every((cell) => cell.column > lastColumn || looksLikeValue(cell));
}

export function hasValuesAfter(line: Line, column: number): boolean {
  return cellsAfter(line, column).some(looksLikeValue);
}
