import { cellsOf, formatValue, type CellKey, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { RollUp } from './sumReports.js';

/** 差额表: one cell of a consolidated report beside the sum of those behind it. */
export interface CellDeviation {
  readonly key: CellKey;
  readonly declared: string | null;
  readonly sum: string | null;
  /** declared − sum; null while one of them is blank. */
  readonly difference: string | null;
}

/** The cells in which a consolidated report differs from the sum of the reports on the same form. */
export function differenceTable(form: Form, declared: Values, { sums }: RollUp): CellDeviation[] {
  const summed = sums.find((each) => each.form === form)?.values;
  return cellsOf(form).flatMap(({ key, position, column }) => {
    const said = declared[position] ?? null;
    const sum = summed?.[position] ?? null;
    if (said === sum) return [];
    const show = (value: bigint | null) => (value === null ? null : formatValue(column, value));
    const difference = said === null || sum === null ? null : said - sum;
    return [{ key, declared: show(said), sum: show(sum), difference: show(difference) }];
  });
}
