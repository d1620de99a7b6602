import { formatValue, type FormCell } from '../../src/cells.js';
import type { Context } from '../edge/Context.js';
import type { Cell } from './types.js';
import type { CellChange } from '../correcting/types.js';
import type { Snapshot } from './Snapshot.js';
import { columnLine, rowLine } from '../forms/lines.js';

/** One cell of a stored report. Nothing is computed before it is asked for. */
export class CellView implements Cell {
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
    return context.loaders.history.load({ reportId: this.#snapshot.reportId, key: this.#cell.key });
  }
}
