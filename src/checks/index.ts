import { forms } from '../forms/index.js';
import type { Check, CheckInput, Finding, RuleText } from './check.js';
import { childrenFiled } from './childrenFiled.js';
import { complete } from './complete.js';
import { count } from './count.js';
import { firstVersion } from './firstVersion.js';
import { formYear } from './formYear.js';
import { itemSum } from './itemSum.js';
import { jump } from './jump.js';
import { late } from './late.js';
import { money } from './money.js';
import { newSuit } from './newSuit.js';
import { pending } from './pending.js';
import { perForm } from './perForm.js';
import { procurement } from './procurement.js';
import { proseChecks } from './prose/index.js';
import { rollUp } from './rollUp.js';
import { ruleMaker } from './ruleMaker.js';
import { sumCheck } from './sums/sumCheck.js';
import { unit } from './unit.js';
import { usccRule } from './usccRule.js';

/** Every rule in the order in which findings are shown. A new rule is one file and one entry here. */
export const checks: readonly Check[] = [
  formYear,
  count,
  money,
  sumCheck('R-BALANCE', forms, [firstVersion]),
  sumCheck('R-OUTCOMES', forms, [firstVersion]),
  sumCheck('R-APPLICANTS', forms, [firstVersion]),
  sumCheck('R-REMEDIES', forms, [firstVersion]),
  complete,
  sumCheck('R-CARRY', forms, [firstVersion]),
  sumCheck('R-INFORCE', forms, [firstVersion]),
  sumCheck('R-ITEMS', forms, [firstVersion]),
  sumCheck('R-REPEAL', forms, [firstVersion]),
  itemSum,
  procurement,
  unit,
  jump,
  ruleMaker,
  newSuit,
  pending,
  rollUp,
  childrenFiled,
  ...proseChecks,
  late,
];

/** Every rule there is, with those that judge something else than the report itself. */
export const rules: readonly RuleText[] = [...checks, usccRule];

export { findingKey } from './check.js';

export function checkById(id: string): Check | undefined {
  return checks.find((check) => check.id === id);
}

const checksFor = perForm((form) => checks.filter((check) => check.appliesTo(form)));

/** Everything that is wrong with the numbers of a report. Pure: the same input, the same findings. */
export function checkReport(input: CheckInput): Finding[] {
  return checksFor(input.form).flatMap((check) => check.judge(input));
}
