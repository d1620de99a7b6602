import { cellsOf, findCell, tablesOf, type FormCell } from '../../src/cells.js';
import type { Row, Table } from '../../src/forms/form.js';
import type { Cell, Row as RowType, Table as TableType } from './types.js';
import { CellView } from './CellView.js';
import { columnLine } from '../forms/lines.js';
import type { Snapshot } from './Snapshot.js';

export function tableViews(snapshot: Snapshot): TableType[] {
  return tablesOf(snapshot.form).map((table) => tableView(snapshot, table));
}

/** One table by its name; null when the form has none of that name. */
export function tableViewOf(snapshot: Snapshot, key: string): TableType | null {
  const table = tablesOf(snapshot.form).find((candidate) => candidate.id === key);
  return table ? tableView(snapshot, table) : null;
}

/** One cell by its key; null when the form has none of that name. */
export function cellViewOf(snapshot: Snapshot, key: string): Cell | null {
  const cell = findCell(snapshot.form, key);
  return cell ? new CellView(snapshot, cell) : null;
}

export function cellViewsOf(snapshot: Snapshot, keys: readonly string[]): Cell[] {
  return keys.flatMap((key) => cellViewOf(snapshot, key) ?? []);
}

function tableView(snapshot: Snapshot, table: Table): TableType {
  return {
    key: table.id,
    title: table.title,
    get columns() {
      return table.columns.map(columnLine);
    },
    get rows() {
      return table.rows.map((row) => rowView(snapshot, row));
    },
  };
}

function rowView(snapshot: Snapshot, row: Row): RowType {
  return {
    key: row.id,
    label: row.label,
    group: row.group ?? null,
    get cells() {
      return cellsOfRow(snapshot, row).map((cell) => new CellView(snapshot, cell));
    },
  };
}

const rows = new WeakMap<Row, readonly FormCell[]>();

/** The cells of a row in the order of the columns; a row object belongs to one form only. */
function cellsOfRow({ form }: Snapshot, row: Row): readonly FormCell[] {
  const known = rows.get(row) ?? cellsOf(form).filter((cell) => cell.row === row);
  rows.set(row, known);
  return known;
}
