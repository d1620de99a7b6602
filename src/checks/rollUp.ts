import { listed } from '../text/listed.js';
import { cellsOf, formatValue, valueAt, type FormCell } from '../cells.js';
import type { Check, Children, Finding, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { cellName } from './place.js';

/** How many agencies a message names before it only counts. */
const mostListed = 3;
/** With more numbers than this a message shows the sum alone. */
const mostShown = 8;

const rule: RuleText = {
  id: 'R-ROLLUP',
  severity: 'explain',
  basis: '审核惯例：汇总报告由名单内各机关（含本级）的报告相加而成',
  formula: '汇总户，每一格：汇总数＝名单内各机关所报数之和',
  versions: [firstVersion],
};

/**
 * A consolidated report is the sum of its children's, one finding a cell that is not. Evaluated when a child
 * has filed; a cell that the form of a child lacks is left out.
 */
export const rollUp: Check = {
  ...rule,
  reads: 'children',
  relation: '=',
  appliesTo: () => true,
  judge: ({ form, values, children }) => {
    if (!children || children.filed.length === 0) return [];
    return cellsOf(form).flatMap((cell) => judgeCell(cell, values[cell.position] ?? null, children));
  },
};

function judgeCell(cell: FormCell, declared: bigint | null, children: Children): Finding[] {
  if (declared === null) return [];
  const filed = children.filed.map(({ form, values, name }) => ({
    name,
    value: valueAt(form, values, cell.key),
  }));
  if (filed.some(({ value }) => value === undefined)) return [];
  const values = filed.map(({ value }) => value ?? null);
  const blank = filed.filter(({ value }) => value === null).map(({ name }) => name);
  const sum = values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n);
  const known = blank.length === 0;
  if (sum === declared || (!known && canReach(cell, sum, declared))) return [];
  const show = (value: bigint) => formatValue(cell.column, value);
  const difference = known ? show(declared - sum) : null;
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      cells: [cell.key],
      left: show(declared),
      right: known ? show(sum) : null,
      difference,
      message: `${cellName(cell)}：汇总数为 ${show(declared)}，已报的 ${filed.length} 个机关之和为 ${inWords(values, show, sum)}，${
        difference === null
          ? `空白的机关（${listed(blank, mostListed, '个')}）填任何数都不能使之相符`
          : `相差 ${difference}`
      }${missingWords(children)}。请核对汇总数和各机关的报告，或用文字说明差额。`,
      ...(!known && { compared: values.map((value) => (value === null ? null : show(value))) }),
    },
  ];
}

/** Whether what the blank cells still hold may make up the rest: 0 or more, but a change may be negative. */
function canReach({ column }: FormCell, sum: bigint, declared: bigint): boolean {
  return column.quantity === 'change' || sum < declared;
}

function inWords(values: readonly (bigint | null)[], show: (value: bigint) => string, sum: bigint): string {
  const parts = values.flatMap((value) => (value ? [show(value)] : []));
  if (parts.length < 2 || parts.length > mostShown) return show(sum);
  return `${parts.map((part) => (part.startsWith('-') ? `（${part}）` : part)).join('＋')}＝${show(sum)}`;
}

function missingWords({ missing }: Children): string {
  return missing.length === 0 ? '' : `；还有 ${missing.length} 个机关未报`;
}
