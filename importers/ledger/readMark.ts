import type { Mark } from '../../src/ledger/LedgerCase.js';
import type { GridCell } from '../reading/grid.js';
import { readDay, type DayContext } from './readDay.js';

export interface ReadMark {
  readonly mark: Mark;
  readonly fault?: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR';
}

/** 延期20个工作日: that it was done, in words. */
const done = /^(?:已|是|同意|书面)?(?:延期|延长|补正|征求|告知)|个?工作日$/;
/** A number of days, no day. */
const span = /^\d{1,2}(?:天|日|个?工作日)?$/;

/** What a cell says of a step: the day, or that it was taken. */
export function readMark(cell: GridCell, context: DayContext): ReadMark {
  const plain = (cell.number ?? cell.text).normalize('NFKC').replace(/\s/g, '');
  if (cell.serial === undefined && span.test(plain))
    return { mark: Number.parseInt(plain, 10) > 0 ? 'yes' : null };
  const read = readDay(cell, context);
  if (read.day !== null || read.fault === undefined) return { mark: read.day };
  if (read.isYes || done.test(plain)) return { mark: 'yes' };
  return { mark: null, fault: read.fault };
}
