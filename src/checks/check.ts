import type { CellKey, Values } from '../cells.js';
import type { Form, Severity } from '../forms/form.js';

/** The numbers of one report as a check sees them. */
export interface Numbers {
  readonly form: Form;
  readonly values: Values;
}

/** What a check may look at. */
export interface CheckInput extends Numbers {
  /** The report year; null while it is unknown. */
  readonly year: number | null;
  /** The report of the year before, when there is one. */
  readonly lastYear?: Numbers;
}

/**
 * A rule that the numbers break. `left`, `right` and `difference` (left − right) are canonical decimal
 * strings in the unit of the cells; null where a side has blanks or the rule compares nothing.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Every operand of this report, the total first. */
  readonly cells: readonly CellKey[];
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  readonly message: string;
}

export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly formula: string;
}

/** A rule with its law and the function that judges it. Checks never throw on data. */
export interface Check extends RuleText {
  appliesTo(form: Form): boolean;
  judge(input: CheckInput): Finding[];
}
