import type { Grid, GridCell, GridRow } from '../reading/grid.js';
import type { Binding } from './columns/bindColumns.js';

type CellAt = ReadonlyMap<number, GridCell>;

/** Cells that are merged down in one column, from top to bottom. */
interface Column {
  readonly areas: readonly { readonly row: number; readonly lastRow: number; readonly cell: GridCell }[];
  next: number;
}

/** For a row, asked from top to bottom, and its own cells: these and what is merged down over it. */
export function coveringCells(
  { mergedDown = [], rows }: Grid,
  bindings: readonly Binding[],
): (row: GridRow, own: CellAt) => CellAt {
  const bound = new Set(bindings.flatMap(({ columns }) => columns.map(({ column }) => column)));
  const areas = mergedDown.filter(({ column }) => bound.has(column));
  if (areas.length === 0) return (_, own) => own;
  const starts = new Set(areas.map(({ row }) => row));
  const startRows = new Map(rows.filter(({ row }) => starts.has(row)).map((row) => [row.row, row]));
  const columns = new Map<number, Column>(
    [...bound].map((column) => [
      column,
      {
        next: 0,
        areas: areas
          .filter((area) => area.column === column)
          .sort((one, other) => one.row - other.row)
          .flatMap(({ row, lastRow }) => {
            const cell = startRows.get(row)?.cells.find((each) => each.column === column);
            return cell ? [{ row, lastRow, cell }] : [];
          }),
      },
    ]),
  );
  return ({ row }, own) => {
    const all = new Map(own);
    for (const [number, column] of columns) {
      while ((column.areas[column.next]?.lastRow ?? row) < row) column.next += 1;
      const area = column.areas[column.next];
      if (area && area.row < row && !own.has(number)) all.set(number, area.cell);
    }
    return all;
  };
}
