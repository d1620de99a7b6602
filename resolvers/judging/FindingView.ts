import type { Finding } from '../../src/checks/check.js';
import { findingId } from '../../src/filing/explaining/findingId.js';
import type { Context } from '../edge/Context.js';
import type { Cell, ReportSource } from '../reports/types.js';
import type { Finding as FindingType } from './types.js';
import { ruleWithId } from '../forms/formView.js';
import { currentCells } from '../reports/reportParts.js';
import { cellViewsOf } from '../reports/tableViews.js';

/** A finding of one report. */
export class FindingView implements FindingType {
  readonly report: ReportSource;
  readonly found: Finding;

  constructor(report: ReportSource, found: Finding) {
    this.report = report;
    this.found = found;
  }

  /** The same as long as the report, the rule and the cells are; unlike any finding of another report. */
  get id() {
    return findingId(this.report, this.found);
  }

  get rule() {
    return ruleWithId(this.found.rule);
  }

  get severity() {
    return this.found.severity;
  }

  get left() {
    return this.found.left;
  }

  get right() {
    return this.found.right;
  }

  get difference() {
    return this.found.difference;
  }

  get message() {
    return this.found.message;
  }

  get text() {
    return this.found.text ?? null;
  }

  get section() {
    return this.found.section ?? null;
  }

  async cells(_args: object, context: Context): Promise<Cell[]> {
    return cellViewsOf(await currentCells(this.report, context), this.found.cells);
  }
}
