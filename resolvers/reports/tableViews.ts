import {
  type CellKey,
  type Values,
  formatValue,
  type FormCell,
  cellsOf,
  findCell,
  tablesOf,
} from '../../src/cells.js';
import type { Form, Row, Table } from '../../src/forms/form.js';
import type { Context } from '../edge/Context.js';
import { columnLine, rowLine } from '../forms/formView.js';
import { cellHistory } from './reportLoaders.js';
import type { Cell, CellChange, Row as RowType, Table as TableType } from './types.js';
import type { Id } from '../../src/brands/brands.js';

/** The numbers of one version of a report, with what surrounds them. */
export interface Snapshot {
  readonly reportId: Id<'Report'>;
  readonly form: Form;
  readonly values: Values;
  readonly raws: readonly (string | null)[];
  readonly places: readonly (string | null)[];
  readonly correctedCells: readonly CellKey[];
}

/** One cell of a stored report. Nothing is computed before it is asked for. */
class CellView implements Cell {
  readonly #snapshot: Snapshot;
  readonly #cell: FormCell;

  constructor(snapshot: Snapshot, cell: FormCell) {
    this.#snapshot = snapshot;
    this.#cell = cell;
  }

  get key() {
    return this.#cell.key;
  }

  get value() {
    const value = this.#snapshot.values[this.#cell.position] ?? null;
    return value === null ? null : formatValue(this.#cell.column, value);
  }

  get raw() {
    return this.#snapshot.raws[this.#cell.position] ?? null;
  }

  get at() {
    return this.#snapshot.places[this.#cell.position] ?? null;
  }

  get row() {
    return rowLine(this.#cell.table, this.#cell.row);
  }

  get column() {
    return columnLine(this.#cell.column);
  }

  get corrected() {
    return this.#snapshot.correctedCells.includes(this.#cell.key);
  }

  history(_args: object, context: Context): Promise<CellChange[]> {
    return cellHistory(context).load({ reportId: this.#snapshot.reportId, key: this.#cell.key });
  }
}

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
