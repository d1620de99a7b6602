import { tablesOf } from '../../cells.js';
import type { Form } from '../../forms/form.js';

/** A row of outcomes as a list offers it, short, with its group: （三）不予公开1.属于国家秘密. */
export function outcomeLabel(form: Form, outcome: string): string {
  const rows = tablesOf(form).find(({ id }) => id === 'requests')?.rows ?? [];
  const row = rows.find(({ id }) => id === outcome);
  if (!row) return outcome;
  const label = row.label.replace(/(?<=.{3})（.*$/u, '').replace(/、行政机关不再处理.*$/, '');
  return row.group?.startsWith('（') ? `${row.group}${label}` : label;
}
