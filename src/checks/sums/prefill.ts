import { blankValues, findCell, keyOfPattern, withChanges, type CellKey, type Values } from '../../cells.js';
import type { Numbers } from '../check.js';
import type { Comparison, Form } from '../../forms/form.js';

/**
 * The values of a new report that follow from last year's by the rules of the form: 上年结转 is last
 * year's 结转下年度, also when that was on another form. A rule says so when it puts one cell of this year
 * equal to nothing but cells of last year. Everything else is blank.
 */
export function prefill(form: Form, lastYear: Numbers): Values {
  const changes = form.rules
    .flatMap(({ comparisons }) => comparisons)
    .filter(followsFromLastYear)
    .flatMap(({ each, left, right }) =>
      each.flatMap((id): [CellKey, bigint][] => {
        const [target] = left.terms;
        const sum = sumOf(right.terms, id, lastYear);
        const cell = target && findCell(form, keyOfPattern(target.cell, id));
        // A count below zero is a fault of last year's report, not a value to begin with.
        return !cell || sum === null || (sum < 0n && cell.column.quantity !== 'change')
          ? []
          : [[cell.key, sum]];
      }),
    );
  return withChanges(form, blankValues(form), changes);
}

function followsFromLastYear({ left, relation, right }: Comparison): boolean {
  const [target, ...others] = left.terms;
  return (
    relation === '=' &&
    target !== undefined &&
    others.length === 0 &&
    !target.subtracted &&
    !target.lastYear &&
    right.terms.length > 0 &&
    right.terms.every((term) => term.lastYear)
  );
}

/** null when last year's form lacks one of the cells or it was left blank. */
function sumOf(terms: Comparison['right']['terms'], id: string, { form, values }: Numbers): bigint | null {
  let sum = 0n;
  for (const { cell, subtracted } of terms) {
    const found = findCell(form, keyOfPattern(cell, id));
    const value = found && values[found.position];
    if (value == null) return null;
    sum += subtracted ? -value : value;
  }
  return sum;
}
