import { formatValue, type CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { Check, Finding, RuleVersion } from '../check.js';
import { brokenSums, cellsOfSum, type Sum } from './sums.js';
import { sumWords } from './sumWords.js';

/** A cross-check that compares sums, made from its declaration in the forms. */
export function sumCheck(id: string, forms: readonly Form[], versions: readonly RuleVersion[]): Check {
  const ruleOf = (form: Form) => form.rules.find((rule) => rule.id === id);
  const text = forms.map(ruleOf).find((rule) => rule !== undefined);
  if (!text) throw new Error(`no form has the rule ${id}`);
  return {
    id,
    severity: text.severity,
    basis: text.basis,
    formula: text.formula,
    versions,
    ...(text.readyExplanations && { readyExplanations: text.readyExplanations }),
    appliesTo: (form) => ruleOf(form) !== undefined,
    judge: (input) => {
      const rule = ruleOf(input.form);
      return rule ? brokenSums(rule, input).map(findingOf) : [];
    },
  };
}

function findingOf(sum: Sum): Finding {
  const { rule, left, right } = sum;
  const show = (value: bigint) => formatValue(left.operands[0]!.cell.column, value);
  const known = left.blanks.length + right.blanks.length === 0;
  const difference = known ? show(left.sum - right.sum) : null;
  const compared = comparedValues(sum);
  return {
    rule: rule.id,
    severity: rule.severity,
    cells: cellsOfSum(sum).map((cell): CellKey => cell.key),
    left: left.blanks.length ? null : show(left.sum),
    right: right.blanks.length ? null : show(right.sum),
    difference,
    message: sumWords(sum, show, difference),
    ...(compared.length > 0 && { compared }),
  };
}

/** The numbers of last year where the two sides alone do not tell them: one of several, or beside a blank. */
function comparedValues({ left, right }: Sum): (string | null)[] {
  const lastYear = [...left.operands, ...right.operands].filter(({ term }) => term.lastYear);
  const isShown = lastYear.length === 1 && left.blanks.length + right.blanks.length === 0;
  if (isShown) return [];
  return lastYear.map(({ cell, value }) => (value === null ? null : formatValue(cell.column, value)));
}
