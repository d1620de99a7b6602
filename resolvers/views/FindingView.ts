import { createHash } from 'node:crypto';
import type { Finding } from '../../src/checks/check.js';
import { checkById, findingKey } from '../../src/checks/index.js';
import type { Context } from '../Context.js';
import type { Cell } from '../types/Cell.js';
import type { Finding as FindingType } from '../types/Finding.js';
import type { ReportSource } from '../types/Report.js';
import { ruleView } from './formView.js';
import { currentCells } from './reportParts.js';
import { cellViewsOf } from './tableViews.js';

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
    const name = `${this.report.agency.code} ${this.report.year} ${findingKey(this.#finding)}`;
    return `${this.#finding.rule}.${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;
  }

  get rule() {
    const check = checkById(this.#finding.rule);
    if (!check) throw new Error(`a finding names the rule ${this.#finding.rule}, which does not exist`);
    return ruleView(check);
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

  /** The sentence a prose rule points at. The rules on numbers have none. */
  get text() {
    return null;
  }

  async cells(_args: object, context: Context): Promise<Cell[]> {
    return cellViewsOf(await currentCells(this.report, context), this.#finding.cells);
  }
}
