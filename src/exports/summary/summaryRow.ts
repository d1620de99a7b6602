import { cellsOf, formatValue, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';

/** One agency in a 汇总表. */
export interface SummaryRow {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly values: Values;
}

/** The numbers of a line as canonical decimal strings; blank stays blank. */
export function shownNumbers(form: Form, values: Values): string[] {
  return cellsOf(form).map(({ column, position }) => {
    const value = values[position] ?? null;
    return value === null ? '' : formatValue(column, value);
  });
}

/** The line at the bottom. */
export const totalLabel = '合计';
