import { findCell, keyOfPattern, type FormCell } from '../../cells.js';
import type { Comparison, Form, Side, SumRule } from '../../forms/form.js';
import type { CheckInput } from '../check.js';

/** A sum of a rule with the cells that its terms stand for. */
export interface SumPlan {
  readonly rule: SumRule;
  readonly comparison: Comparison;
  readonly leftCells: readonly FormCell[];
  readonly rightCells: readonly FormCell[];
}

/** By the form, the rule and the form of the year before, found once: sums are judged for thousands of reports. */
const plans = new WeakMap<Form, WeakMap<SumRule, Map<Form | undefined, readonly SumPlan[]>>>();

export function plansOf(rule: SumRule, { form, lastYear }: CheckInput): readonly SumPlan[] {
  let ofForm = plans.get(form);
  if (!ofForm) plans.set(form, (ofForm = new WeakMap()));
  let ofRule = ofForm.get(rule);
  if (!ofRule) ofForm.set(rule, (ofRule = new Map()));
  let known = ofRule.get(lastYear?.form);
  if (!known) ofRule.set(lastYear?.form, (known = planned(rule, form, lastYear?.form)));
  return known;
}

/** Without those of which an operand does not exist, e.g. in the other form of the year before. */
function planned(rule: SumRule, form: Form, lastYear: Form | undefined): SumPlan[] {
  const cellsOfSide = ({ terms }: Side, id: string): FormCell[] | null => {
    const cells = terms.map((term) => {
      const formOfTerm = term.lastYear ? lastYear : form;
      return formOfTerm && findCell(formOfTerm, keyOfPattern(term.cell, id));
    });
    return cells.every((cell) => cell !== undefined) ? cells : null;
  };
  return rule.comparisons.flatMap((comparison) =>
    comparison.each.flatMap((id) => {
      const leftCells = cellsOfSide(comparison.left, id);
      const rightCells = cellsOfSide(comparison.right, id);
      return leftCells && rightCells ? [{ rule, comparison, leftCells, rightCells }] : [];
    }),
  );
}
