import type { EntityManager } from 'typeorm';
import type { Form } from '../../forms/form.js';
import { blankValues, type Values } from '../../cells.js';
import { formForYear } from '../../forms/index.js';
import { Refusal } from '../refusal.js';
import { sumReports, type RollUp } from './sumReports.js';
import type { SumRequest } from './addends.js';

/** A sum on the form of its year; reports on another form are counted, not added. */
export interface YearSum {
  readonly rollUp: RollUp;
  readonly form: Form;
  readonly values: Values;
  readonly otherForms: number;
}

const deepest = 10;

export async function rollUpOf(manager: EntityManager, request: SumRequest): Promise<YearSum> {
  const { year, depth } = request;
  const form = formForYear(year);
  if (!form) throw new Refusal('FORM_UNKNOWN', `${year} 年度没有可用的统一格式。请核对年度。`, ['year']);
  if (depth !== null && (depth < 1 || depth > deepest))
    throw new Refusal('INVALID_REQUEST', `depth 应在 1 至 ${deepest} 之间；不填时汇总到各填报单位。`, [
      'depth',
    ]);
  const rollUp = await sumReports(manager, request);
  const own = rollUp.sums.find((sum) => sum.form === form);
  return {
    rollUp,
    form,
    values: own?.values ?? blankValues(form),
    otherForms: rollUp.filed - (own?.filed ?? 0),
  };
}
