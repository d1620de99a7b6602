import { cellsOf, type CellKey, type FormCell } from '../../src/cells.js';
import type { Form, Row, Table } from '../../src/forms/form.js';
import type { Problem } from '../../src/problem.js';
import type { DraftCell } from '../draft.js';
import type { GridCell } from '../grid.js';
import { readNumber } from '../readNumber.js';
import type { Line } from './line.js';

/** Collects the cells and problems of one report while its tables are read one by one. */
export class Reading {
  readonly cells = new Map<CellKey, DraftCell>();
  /** Cells that stay blank even when the filer says that blank means zero: the file lost them. */
  readonly lost = new Set<CellKey>();
  readonly problems: Problem[] = [];
  readonly tableLines = new Set<Line>();

  constructor(readonly form: Form) {}

  read(cell: GridCell, target: FormCell, unit: string | null): void {
    const { value, raw, problems } = readNumber(cell, target, unit);
    this.cells.set(target.key, { value, raw, at: cell.at });
    this.problems.push(...problems);
    if (problems.some(({ severity }) => severity === 'error')) this.lost.add(target.key);
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
    }
  }

  cellsIn(table: Table, row?: Row): FormCell[] {
    return cellsOf(this.form).filter((cell) => cell.table === table && (!row || cell.row === row));
  }
}
