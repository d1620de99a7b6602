import type { Finding } from '../../src/checks/check.js';
import { findingId } from '../../src/filing/explaining/findingId.js';
import type { Context } from '../edge/Context.js';
import type { Cell, ReportSource } from '../reports/types.js';
import type { Finding as FindingType } from './types.js';
import { explanationFor } from '../explaining/explained.js';
import { ExplanationView } from '../explaining/ExplanationView.js';
import { ruleWithId } from '../forms/formView.js';
import { currentCells } from '../reports/reportParts.js';
import { cellViewsOf } from '../reports/tableViews.js';

/** A finding of one report. */
export class FindingView implements FindingType {
  readonly report: ReportSource;
  readonly #finding: Finding;

  constructor(report: ReportSource, finding: Finding) {
    this.report = report;
    this.#finding = finding;
  }

  /** The same as long as the report, the rule and the cells are; unlike any finding of another report. */
  get id() {
    return findingId(this.report, this.#finding);
  }

  get rule() {
    return ruleWithId(this.#finding.rule);
  }

  get severity() {
    return this.#finding.severity;
  }

  get left() {
    return this.#finding.left;
  }

  get right() {
    return this.#finding.right;
  }

  get difference() {
    return this.#finding.difference;
  }

  get message() {
    return this.#finding.message;
  }

  get text() {
    return this.#finding.text ?? null;
  }

  get section() {
    return this.#finding.section ?? null;
  }

  async explanation(_args: object, context: Context): Promise<ExplanationView | null> {
    const said = await explanationFor(this.report, this.#finding, context);
    return said && new ExplanationView(this.report, said);
  }

  async settled(_args: object, context: Context): Promise<boolean> {
    return (await explanationFor(this.report, this.#finding, context)) !== null;
  }

  async cells(_args: object, context: Context): Promise<Cell[]> {
    return cellViewsOf(await currentCells(this.report, context), this.#finding.cells);
  }
}
