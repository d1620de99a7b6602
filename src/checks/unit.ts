import { cellsOf, decimalsOf, formatValue, valueAt, type FormCell } from '../cells.js';
import type { AgencyFacts, Check, CheckInput, Finding, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { cellName } from './place.js';

/** An amount does not grow tenfold in a year, and no department charges or buys for 1,000 万元 out of nothing. */
const mostGrowth = 10n;
const mostOfDepartment = 1000n;

/** How the name of a department ends: by it an agency of unknown kind is taken for one. */
const departmentEndings = ['局', '委', '办', '厅', '队', '中心'];

/** 1 万元 is 10,000 元. */
const yuanOfTenThousand = 10_000n;

const rule: RuleText = {
  id: 'R-UNIT',
  severity: 'explain',
  basis: '统一格式：金额单位为万元；审核惯例：以元填写的金额偏大一万倍，且没有小数',
  formula: '二，每个没有小数的金额：≤上年金额×10；没有上年金额的部门：＜1000 万元',
  versions: [firstVersion],
};

/** 元 in a cell of 万元. */
export const unit: Check = {
  ...rule,
  appliesTo: (form) => cellsOf(form).some(isMoney),
  judge: (input) =>
    cellsOf(input.form)
      .filter(isMoney)
      .flatMap((cell) => judgeAmount(cell, input)),
};

/** Whether this rule speaks of a cell: the amount was most likely given in 元. */
export function looksLikeYuan(cell: FormCell, input: CheckInput): boolean {
  return isMoney(cell) && judgeAmount(cell, input).length > 0;
}

function isMoney({ column }: FormCell): boolean {
  return column.quantity === 'money';
}

function judgeAmount(cell: FormCell, { form, values, lastYear, agency }: CheckInput): Finding[] {
  const value = valueAt(form, values, cell.key);
  if (value == null || value <= 0n || decimalsOf(cell.column, value) > 0) return [];
  const before = lastYear && valueAt(lastYear.form, lastYear.values, cell.key);
  if (before != null) {
    if (value <= before * mostGrowth) return [];
    const right = formatValue(cell.column, before);
    return [findingOf(cell, value, right, `超过上年金额（${right} 万元）的 ${mostGrowth} 倍`)];
  }
  if (!agency || !isDepartment(agency)) return [];
  const shown = formatValue(cell.column, value);
  if (BigInt(shown) < mostOfDepartment) return [];
  const words = `没有上年金额可比，一个部门达到 ${mostOfDepartment} 万元`;
  return [findingOf(cell, value, null, words)];
}

function isDepartment({ kind, name }: AgencyFacts): boolean {
  if (kind !== null) return kind === 'DEPARTMENT';
  return departmentEndings.some((ending) => name.trim().endsWith(ending));
}

function findingOf(cell: FormCell, value: bigint, right: string | null, words: string): Finding {
  const left = formatValue(cell.column, value);
  const converted = formatValue(cell.column, value / yuanOfTenThousand);
  return {
    rule: rule.id,
    severity: rule.severity,
    cells: [cell.key],
    left,
    right,
    difference: null,
    message: `${cellName(cell)}：${left} 万元没有小数，${words}，像是以元填写的。是 ${left} 元的，请改为 ${converted}；确是 ${left} 万元的，请用文字说明。`,
  };
}
