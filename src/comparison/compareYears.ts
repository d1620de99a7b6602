import { formatValue, type CellKey, type FormCell, type Values } from '../cells.js';
import type { Form } from '../forms/form.js';
import { cellsBehind } from './cellsBehind.js';
import { whyReplaced } from './comparability.js';
import { comparedCells } from './comparedCells.js';
import { percentageOf } from './percentageOf.js';

/** The numbers of one year; values null while there is no report. */
export interface ComparedYear {
  readonly year: number;
  /** The form of the report, else the one of the year; null when it has none. */
  readonly form: Form | null;
  readonly values: Values | null;
}

/** One cell in one year, beside the year before it in the comparison. Canonical decimal strings. */
export interface ComparedValue {
  readonly year: number;
  /** null: blank, no report, or the form of the year has no such cell. */
  readonly value: string | null;
  /** This value less the one before; null where either is missing. */
  readonly difference: string | null;
  /** The difference in per cent of the value before; null also where that is not above zero. */
  readonly percentage: string | null;
}

export interface ComparedRow {
  readonly key: CellKey;
  /** As the newest form that has it prints it. */
  readonly cell: FormCell;
  /** In the order of the years. */
  readonly values: readonly ComparedValue[];
  /** It means the same in every year. */
  readonly isComparable: boolean;
  /** Why it does not; null when it does. */
  readonly reason: string | null;
}

/** Every cell of every form that occurs, year by year. */
export function compareYears(years: readonly ComparedYear[]): ComparedRow[] {
  const forms = [...new Set(years.flatMap(({ form }) => form ?? []))];
  return comparedCells(forms).map((cell) => {
    const lacking = forms.filter((form) => !cellsBehind(form, cell.key));
    return {
      key: cell.key,
      cell,
      values: comparedValues(years, cell),
      isComparable: lacking.length === 0,
      reason: lacking.length === 0 ? null : (whyReplaced(cell.key) ?? lacks(lacking)),
    };
  });
}

function comparedValues(years: readonly ComparedYear[], { key, column }: FormCell): ComparedValue[] {
  const values = years.map((year) => valueIn(year, key));
  return years.map(({ year }, index) => {
    const [value = null, before = null] = [values[index], values[index - 1]];
    const isPair = value !== null && before !== null;
    return {
      year,
      value: value === null ? null : formatValue(column, value),
      difference: isPair ? formatValue(column, value - before) : null,
      percentage: isPair ? percentageOf(value - before, before) : null,
    };
  });
}

function valueIn({ form, values }: ComparedYear, key: CellKey): bigint | null {
  if (!form || !values) return null;
  const cells = cellsBehind(form, key);
  if (!cells) return null;
  let sum = 0n;
  for (const { position } of cells) {
    const value = values[position] ?? null;
    // Blank is not zero: the sum is unknown too.
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function lacks(forms: readonly Form[]): string {
  return `${forms.map(({ id }) => id).join('、')} 年统一格式没有这一格`;
}
