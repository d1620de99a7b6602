import type { Grid, GridCell, GridRow } from './grid.js';
import type { Limits } from '../files/limits.js';
import { tooManyCells } from '../files/overLimit.js';

/**
 * A published report saved as text. A line with tabs is a table line, its cells told apart by the
 * tabs; any other line is one cell, for only spaces may separate what is left of a table in it.
 */
export function plainTextGrid(text: string, limits: Limits, firstRow = 0): Grid {
  const rows: GridRow[] = [];
  let filled = 0;
  text.split(/\r\n|\n|\r|\u2028|\u2029/).forEach((line, index) => {
    const row = firstRow + index;
    const fields = line.split('\t');
    const at = `第${row + 1}行`;
    const cells: GridCell[] = [];
    fields.forEach((field, column) => {
      if (field.trim() !== '') cells.push({ column, at, text: field, number: null, lastColumn: column });
    });
    filled += cells.length;
    if (filled > limits.filledCells) throw tooManyCells(limits);
    if (cells.length > 0) rows.push({ row, cells, width: fields.length > 1 ? fields.length : null });
  });
  return { name: null, kind: 'text', hidden: false, rows, hiddenColumns: [] };
}
