import type { GridCell } from '../reading/grid.js';
import { readDay, type DayContext, type ReadDay } from './readDay.js';

/** Days that a year has, and texts that are none. */
const mostDays = 2_000;

/** A ledger has few days and many lines: each is read once. */
export class DayReader {
  private days = new Map<string, ReadDay>();
  private daysOf: DayContext | null = null;

  read(cell: GridCell, context: DayContext): ReadDay {
    if (cell.serial !== undefined || cell.fault !== undefined) return readDay(cell, context);
    if (this.daysOf?.headingYear !== context.headingYear || this.daysOf.from1904 !== context.from1904) {
      this.days = new Map();
      this.daysOf = context;
    }
    const text = cell.number ?? cell.text;
    const known = this.days.get(text) ?? readDay(cell, context);
    if (this.days.size < mostDays) this.days.set(text, known);
    return known;
  }
}
