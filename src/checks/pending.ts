import { findCell, formatValue, tablesOf, valueAt, type CellKey, type FormCell } from '../cells.js';
import type { Check, CheckInput, Finding, RuleText } from './check.js';
import { perForm } from './perForm.js';
import { rowName, tableName } from './place.js';

const rule: RuleText = {
  id: 'R-PENDING',
  severity: 'info',
  basis: '审核惯例：上年尚未审结的行政复议、行政诉讼案件，一般在本年审结或继续未审结',
  formula: '四，每一组：上年“尚未审结”≤本年“总计”',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

const table = 'remedies';

/** Cases carry over, unless they were withdrawn or counted elsewhere. */
export const pending: Check = {
  ...rule,
  relation: '≥',
  appliesTo: (form) => tablesOf(form).some(({ id }) => id === table),
  judge: (input) => (input.lastYear ? rowsOf(input.form).flatMap((row) => judgeRow(row, input)) : []),
};

interface PendingRow {
  readonly total: FormCell;
  /** The cell of last year's report it is compared with. */
  readonly pending: CellKey;
}

const rowsOf = perForm((form): readonly PendingRow[] =>
  tablesOf(form)
    .filter(({ id }) => id === table)
    .flatMap(({ rows }) =>
      rows.flatMap(({ id }) => {
        const total = findCell(form, `${table}.${id}.total`);
        return total ? [{ total, pending: `${table}.${id}.pending` }] : [];
      }),
    ),
);

function judgeRow({ total, pending }: PendingRow, { values, lastYear }: CheckInput): Finding[] {
  const value = values[total.position];
  const before = lastYear && valueAt(lastYear.form, lastYear.values, pending);
  if (value == null || before == null || before <= value) return [];
  const [left, right] = [value, before].map((number) => formatValue(total.column, number));
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      cells: [total.key],
      left: left ?? null,
      right: right ?? null,
      difference: formatValue(total.column, value - before),
      message: `${tableName(total)}${rowName(total)}：上年尚未审结 ${right} 件，本年总计只有 ${left} 件。上年未审结的案件一般计入本年，请核对是否漏计。`,
    },
  ];
}
