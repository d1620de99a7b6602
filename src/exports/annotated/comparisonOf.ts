import { keyOfPattern } from '../../cells.js';
import type { Finding } from '../../checks/check.js';
import type { Comparison, Form } from '../../forms/form.js';

/** How the two sides of a finding are related, in the words of the form. */
export interface FoundComparison {
  readonly left: string;
  readonly relation: Comparison['relation'];
  readonly right: string;
}

/** The comparison that a finding broke; undefined when its rule compares no sums. */
export function comparisonOf(
  form: Form,
  { rule, cells }: Pick<Finding, 'rule' | 'cells'>,
): FoundComparison | undefined {
  const comparisons = form.rules.find(({ id }) => id === rule)?.comparisons ?? [];
  const found = comparisons.find(({ each, left, right }) => {
    const terms = [...left.terms, ...right.terms].filter(({ lastYear }) => !lastYear);
    return (
      terms.length === cells.length &&
      each.some((id) => terms.every(({ cell }, index) => keyOfPattern(cell, id) === cells[index]))
    );
  });
  return found && { left: found.left.words, relation: found.relation, right: found.right.words };
}
