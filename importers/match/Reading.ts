import { cellsOf, type CellKey, type FormCell } from '../../src/cells.js';
import type { Form, Row, Table } from '../../src/forms/form.js';
import type { Problem } from '../../src/problems/problem.js';
import type { DraftCell } from '../draft/draft.js';
import type { GridCell } from '../reading/grid.js';
import { readNumber } from '../draft/readNumber.js';
import { noteContradictions, type AmbiguousRow } from './assumedRows.js';
import type { Line } from './line.js';
import { valuesUnread } from './tableProblems.js';

/** Collects the cells and problems of one report while its tables are read one by one. */
export class Reading {
  readonly cells = new Map<CellKey, DraftCell>();
  /** Cells that stay blank even when the filer says that blank means zero: the file lost them. */
  readonly lost = new Set<CellKey>();
  /** Cells whose numbers, if the file has any, could not be told from others. */
  readonly unread = new Set<CellKey>();
  /** Rows of which nothing was read, for too few values stand in them. */
  readonly ambiguous: AmbiguousRow[] = [];
  readonly problems: Problem[] = [];
  readonly tableLines = new Set<Line>();

  constructor(readonly form: Form) {}

  read(cell: GridCell, target: FormCell, unit: string | null): void {
    const { value, raw, problems } = readNumber(cell, target, unit);
    this.cells.set(target.key, { value, raw, at: cell.at });
    if (problems.some(({ severity }) => severity === 'error')) this.lost.add(target.key);
    // Told of the whole table at once.
    if (problems.some(({ code }) => code === 'VALUE_UNREAD')) this.unread.add(target.key);
    else this.problems.push(...problems);
  }

  /** Cells of a marked-up workbook that were not read from the first upload and not filled in since. */
  tellUnread(table: Table): void {
    const targets = this.cellsIn(table).filter(({ key }) => this.unread.has(key) && this.cells.get(key)?.raw);
    const [first, ...others] = targets;
    if (first) this.problems.push(valuesUnread([first, ...others], this.cells.get(first.key)?.at));
  }

  /** What the rows of a table that could not be read would say under an assumption. */
  tellContradictions(table: Table): void {
    const rows = this.ambiguous.filter(({ bound }) => bound.table === table);
    this.problems.push(...noteContradictions(this.form, table, rows));
  }

  /** A cell that was left blank, at its place in the file if it has one. */
  blank(target: FormCell, at: string | null): void {
    this.cells.set(target.key, { value: null, raw: null, at });
  }

  /** Cells whose values, if the file has any, cannot be used. */
  lose(targets: readonly FormCell[]): void {
    for (const target of targets) {
      this.blank(target, null);
      this.lost.add(target.key);
      this.unread.add(target.key);
    }
  }

  cellsIn(table: Table, row?: Row): FormCell[] {
    return cellsOf(this.form).filter((cell) => cell.table === table && (!row || cell.row === row));
  }
}
