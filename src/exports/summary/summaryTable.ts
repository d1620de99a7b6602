import type { Form } from '../../forms/form.js';
import type { SummaryRow } from './summaryRow.js';

/** A 汇总表 before it is written: its lines are read while it is. */
export interface SummaryTable {
  readonly form: Form;
  /** Printed above the head. */
  readonly title: string;
  readonly rows: AsyncIterable<SummaryRow>;
}
