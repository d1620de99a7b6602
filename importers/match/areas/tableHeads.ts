import type { Column, Table } from '../../../src/forms/form.js';
import { looksLikeValue } from '../../draft/readNumber.js';
import type { Grid, GridCell } from '../../reading/grid.js';
import { columnIndex } from '../columnIndex.js';
import type { Line } from '../line.js';

/** The printed head of a table: the lines that name its columns, one below the other. */
export interface TableHead {
  readonly grid: Grid;
  /** Its lines among all lines of the report, and the last of them. */
  readonly lines: number[];
  to: number;
  /** The last grid column it names. */
  lastColumn: number;
}

/** A head over two lines, or with a line of notes between. */
const nextLine = 2;

/** Every head of a table, in the order of the file. */
export function headsOf(table: Table, lines: readonly Line[]): TableHead[] {
  const heads: TableHead[] = [];
  const fewest = Math.min(2, table.columns.length);
  lines.forEach((line, index) => {
    if (line.spaced) return;
    const named = namedIn(table, line);
    if (named.length < fewest) return;
    const lastColumn = Math.max(...named.map((cell) => cell.lastColumn));
    // What stands beside the table does not make its head a row.
    if (line.cells.some((cell) => cell.column <= lastColumn && isFigure(cell))) return;
    const last = heads.at(-1);
    // A head printed again at the turn of a page, right behind the first row.
    const isBehindRow = last !== undefined && lines.slice(last.to + 1, index).some(hasFigure);
    if (last && fewest > 1 && last.grid === line.grid && index - last.to <= nextLine && !isBehindRow) {
      last.lines.push(index);
      last.to = index;
      last.lastColumn = Math.max(last.lastColumn, lastColumn);
    } else heads.push({ grid: line.grid, lines: [index], to: index, lastColumn });
  });
  return heads;
}

/** The labels of its columns, each once: what is named again belongs to a table beside it. */
function namedIn(table: Table, line: Line): GridCell[] {
  const seen = new Set<Column>();
  const named: GridCell[] = [];
  for (const cell of line.cells) {
    const column = cell.number === null ? columnIndex(table).find(cell.text)?.line : undefined;
    if (!column) continue;
    if (seen.has(column) && table.printed === 'rows') break;
    seen.add(column);
    named.push(cell);
  }
  return named;
}

function hasFigure({ cells }: Line): boolean {
  return cells.some(isFigure);
}

function isFigure(cell: GridCell): boolean {
  if (cell.number !== null) return !/^(?:19|20)\d{2}$/.test(cell.number);
  return looksLikeValue(cell) && cell.text.trim() !== '';
}
