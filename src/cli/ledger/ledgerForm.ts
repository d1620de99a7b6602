import type { Form } from '../../forms/form.js';
import { formById, formForYear } from '../../forms/index.js';
import { Failure } from '../Failure.js';

/** The form a ledger is counted for: as asked for, else that of the year. */
export function ledgerForm({ form, year }: { readonly form?: string; readonly year: number }): Form {
  const found = form === undefined ? formForYear(year) : formById(form);
  if (!found)
    throw new Failure(
      form === undefined
        ? `${year} 年度没有统一格式，2019 年度起才有。`
        : `没有“${form}”格式，只有 2019、2021。`,
    );
  return found;
}
