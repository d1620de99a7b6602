import { forms } from '../forms/index.js';
import type { Form } from '../forms/form.js';
import type { Check, CheckInput, Finding } from './check.js';
import { complete } from './complete.js';
import { count } from './count.js';
import { formYear } from './formYear.js';
import { money } from './money.js';
import { procurement } from './procurement.js';
import { sumCheck } from './sums.js';

/** Every rule in the order in which findings are shown. A new rule is one file and one entry here. */
export const checks: readonly Check[] = [
  formYear,
  count,
  money,
  sumCheck('R-BALANCE', forms),
  sumCheck('R-OUTCOMES', forms),
  sumCheck('R-APPLICANTS', forms),
  sumCheck('R-REMEDIES', forms),
  complete,
  sumCheck('R-CARRY', forms),
  sumCheck('R-INFORCE', forms),
  sumCheck('R-ITEMS', forms),
  procurement,
  sumCheck('R-REPEAL', forms),
];

export function checkById(id: string): Check | undefined {
  return checks.find((check) => check.id === id);
}

export function checksFor(form: Form): readonly Check[] {
  return checks.filter((check) => check.appliesTo(form));
}

/** Everything that is wrong with the numbers of a report. Pure: the same input, the same findings. */
export function checkReport(input: CheckInput): Finding[] {
  return checksFor(input.form).flatMap((check) => check.judge(input));
}

/** The name of a finding that survives re-checks: its rule and its cells. */
export function findingKey(finding: Pick<Finding, 'rule' | 'cells'>): string {
  return [finding.rule, ...finding.cells].join(' ');
}
