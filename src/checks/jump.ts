import { cellsOf, formatValue, parseValue, valueAt, type FormCell } from '../cells.js';
import type { Check, CheckInput, Finding, RuleText } from './check.js';
import { perForm } from './perForm.js';
import { cellName } from './place.js';
import { looksLikeYuan } from './unit.js';

/** Decisions and fees of one agency do not grow or shrink tenfold from one year to the next. */
const mostGrowth = 10n;
/** Small numbers do: below this distance, in the unit of the cell, nothing is said. */
const leastDistance = '100';

const jumping = ['licensing', 'enforcement', 'fees'];

const rule: RuleText = {
  id: 'R-JUMP',
  severity: 'explain',
  basis: '审核惯例：行政许可、行政处罚、行政强制和收费与上年相差十倍以上的，多是填错或统计口径改变',
  formula: `二（五）（六）（八）：上年÷${mostGrowth}≤本年≤上年×${mostGrowth}，或相差不到 ${leastDistance}`,
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

/** Only what both years ask for in the same words: numbers of items of form 2019 are not compared with money. */
export const jump: Check = {
  ...rule,
  appliesTo: (form) => cellsOf(form).some(isCompared),
  judge: (input) =>
    input.lastYear ? comparedCells(input.form).flatMap((compared) => judgeCell(compared, input)) : [],
};

interface ComparedCell {
  readonly cell: FormCell;
  /** A smaller difference is none. */
  readonly least: bigint;
}

const comparedCells = perForm((form): readonly ComparedCell[] =>
  cellsOf(form)
    .filter(isCompared)
    .map((cell) => ({ cell, least: leastOf(cell) })),
);

function isCompared({ table, column }: FormCell): boolean {
  return jumping.includes(table.id) && ['decisions', 'amount'].includes(column.id);
}

function judgeCell({ cell, least }: ComparedCell, input: CheckInput): Finding[] {
  const { form, values, lastYear } = input;
  const value = valueAt(form, values, cell.key);
  const before = lastYear && valueAt(lastYear.form, lastYear.values, cell.key);
  if (value == null || before == null || value < 0n || before < 0n) return [];
  const distance = value > before ? value - before : before - value;
  if (distance < least) return [];
  if (value <= before * mostGrowth && value * mostGrowth >= before) return [];
  // One cause, one finding: that rule says what to put instead.
  if (looksLikeYuan(cell, input)) return [];
  const [left, right] = [formatValue(cell.column, value), formatValue(cell.column, before)];
  const words = value > before ? `超过上年的 ${mostGrowth} 倍` : `不到上年的 ${mostGrowth} 分之一`;
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      cells: [cell.key],
      left,
      right,
      difference: formatValue(cell.column, value - before),
      message: `${cellName(cell)}：本年 ${left} ${cell.column.unit}，上年 ${right} ${cell.column.unit}，${words}。请核对是否填错或统计口径不同，改正或用文字说明。`,
    },
  ];
}

function leastOf({ column }: FormCell): bigint {
  const parsed = parseValue(column, leastDistance);
  return 'value' in parsed ? parsed.value : 0n;
}
