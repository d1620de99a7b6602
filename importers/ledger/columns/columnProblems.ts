import { problem, type Problem } from '../../../src/problems/problem.js';
import { ledgerFields, type LedgerField } from '../../../src/ledger/ledgerFields.js';
import type { Head, HeadColumn } from '../head.js';
import { masked } from '../personal.js';

/** Several columns may be one field. */
export function ambiguous(field: LedgerField, columns: readonly HeadColumn[]): Problem {
  const places = columns.map(({ label, at }) => `“${masked(label)}”（${at}）`).join('、');
  return problem('COLUMN_AMBIGUOUS', `有几列都可能是“${ledgerFields[field]}”：${places}。请指明用哪一列。`, {
    at: columns[0]?.at ?? null,
  });
}

/** Which of several days was taken. */
export function chosen(field: LedgerField, column: HeadColumn, all: readonly HeadColumn[]): Problem {
  const others = all.filter((each) => each !== column).map((each) => `“${masked(each.label)}”`);
  return problem(
    'DAY_CHOSEN',
    `“${ledgerFields[field]}”取自“${masked(column.label)}”一列，没有用${others.join('、')}。不对时请指明用哪一列。`,
    { at: column.at },
  );
}

/** No column was found for a field that counting needs. */
export function missingColumn(field: LedgerField, head: Head): Problem {
  const labels = head.columns.map(({ label }) => masked(label));
  return problem(
    'COLUMN_MISSING',
    `表头里没有找到“${ledgerFields[field]}”一列。表头有：${labels.slice(0, 30).join('、')}。请指明哪一列是它。`,
    { at: head.columns[0]?.at ?? null },
  );
}
