import type { Grid } from '../reading/grid.js';
import { rawOf } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { labelEnd } from './lostLabels.js';

/** So many rows counted one after the other are no figures of a report. */
const fewestCounted = 4;

/**
 * Columns that count the rows of all tables of a sheet, 1, 2, 3 …, with or without a head: a table of a single
 * row cannot tell its number from its value.
 */
export function countingColumns(rows: readonly BoundRow[]): ReadonlyMap<Grid, ReadonlySet<number>> {
  const byGrid = new Map<Grid, BoundRow[]>();
  for (const row of rows) byGrid.set(row.line.grid, [...(byGrid.get(row.line.grid) ?? []), row]);
  return new Map([...byGrid].map(([grid, own]) => [grid, countedIn(own)]));
}

function countedIn(rows: readonly BoundRow[]): ReadonlySet<number> {
  const inOrder = [...rows].sort((one, other) => one.line.row - other.line.row);
  const columns = new Map<number, number[]>();
  for (const row of inOrder)
    for (const cell of row.line.cells)
      if (cell.column > labelEnd(row)) {
        const text = rawOf(cell).trim();
        const before = columns.get(cell.column) ?? [];
        columns.set(cell.column, [...before, /^\d{1,3}$/.test(text) ? Number(text) : NaN]);
      }
  const counted = [...columns].filter(([column, numbers]) => {
    const isCount = numbers.length >= fewestCounted && numbers.every((number, index) => number === index + 1);
    // Values stand beside it: a column of its own would be that of the values.
    return isCount && inOrder.some(({ line }) => line.cells.some((cell) => cell.column > column));
  });
  return new Set(counted.map(([column]) => column));
}
