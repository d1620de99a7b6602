import type { Explanation } from '../../entities/explaining/Explanation.js';
import { isAbout } from '../../src/filing/explaining/operands.js';
import type { Context } from '../edge/Context.js';
import type { Explanation as ExplanationType } from './types.js';
import type { ReportSource } from '../reports/types.js';
import { explanationsByFinding } from './explained.js';
import { FindingView } from '../judging/FindingView.js';
import { ruleWithId } from '../forms/formView.js';
import { findingsOf } from '../reports/reportParts.js';

/** What was said about a finding of one report. */
export class ExplanationView implements ExplanationType {
  readonly #report: ReportSource;
  readonly #explanation: Explanation;

  constructor(report: ReportSource, explanation: Explanation) {
    this.#report = report;
    this.#explanation = explanation;
  }

  get id() {
    return this.#explanation.id;
  }

  get rule() {
    return ruleWithId(this.#explanation.rule);
  }

  get cells() {
    return this.#explanation.cells;
  }

  get sentence() {
    return this.#explanation.sentence;
  }

  get text() {
    return this.#explanation.text;
  }

  get at() {
    return this.#explanation.at;
  }

  get author() {
    return this.#explanation.author;
  }

  get version() {
    return this.#explanation.version;
  }

  async inForce(_args: object, context: Context): Promise<boolean> {
    const holding = await explanationsByFinding(this.#report, context);
    return [...holding.values()].some(({ id }) => id === this.id);
  }

  async finding(_args: object, context: Context): Promise<FindingView | null> {
    const findings = await findingsOf(this.#report, context);
    const finding = findings.find((each) => isAbout(this.#explanation, each));
    return finding ? new FindingView(this.#report, finding) : null;
  }
}
