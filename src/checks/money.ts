import { cellsOf, decimalsOf, formatValue, type FormCell } from '../cells.js';
import type { Check, Finding, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { cellName } from './place.js';

/** 统一格式：单位：万元，保留4位小数. Six decimals are one 分, finer is refused when read. */
const printedDecimals = 4;

const rule: RuleText = {
  id: 'R-MONEY',
  severity: 'error',
  basis: '统一格式：金额单位为万元，保留4位小数',
  formula: '金额≥0；小数不超过4位（5、6位为提示）',
  versions: [firstVersion],
};

export const money: Check = {
  ...rule,
  relation: '≥',
  appliesTo: (form) => cellsOf(form).some((cell) => cell.column.quantity === 'money'),
  judge: ({ form, values }) =>
    cellsOf(form)
      .filter(({ column }) => column.quantity === 'money')
      .flatMap((cell) => {
        const value = values[cell.position];
        return value == null ? [] : judgeAmount(cell, value);
      }),
};

function judgeAmount(cell: FormCell, value: bigint): Finding[] {
  const shown = formatValue(cell.column, value);
  const finding = { rule: rule.id, cells: [cell.key], left: shown };
  if (value < 0n)
    return [
      {
        ...finding,
        severity: 'error',
        right: '0',
        difference: shown,
        message: `${cellName(cell)}：${shown} 万元小于 0。金额不能是负数，请核对后改正。`,
      },
    ];
  const decimals = decimalsOf(cell.column, value);
  if (decimals <= printedDecimals) return [];
  return [
    {
      ...finding,
      severity: 'warning',
      right: null,
      difference: null,
      message: `${cellName(cell)}：${shown} 万元有 ${decimals} 位小数，统一格式要求保留 4 位。请核对单位是否为万元。`,
    },
  ];
}
