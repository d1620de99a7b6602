import { cellsOf, formatValue } from '../cells.js';
import type { Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { cellName } from './place.js';

const rule: RuleText = {
  id: 'R-COUNT',
  severity: 'error',
  basis: '统一格式：各项件数、项目数为不小于零的整数，只有“本年增/减”可以是负数',
  formula: '每个件数、项目数≥0',
  versions: [firstVersion],
};

/** Nothing can be counted below zero. `change` alone is signed. */
export const count: Check = {
  ...rule,
  relation: '≥',
  appliesTo: () => true,
  judge: ({ form, values }) =>
    cellsOf(form)
      .filter(({ column, position }) => (values[position] ?? 0n) < 0n && column.quantity === 'count')
      .map((cell) => {
        const shown = formatValue(cell.column, values[cell.position] ?? 0n);
        return {
          rule: rule.id,
          severity: rule.severity,
          cells: [cell.key],
          left: shown,
          right: '0',
          difference: shown,
          message: `${cellName(cell)}：${shown} 小于 0。件数不能是负数，请核对后改正。`,
        };
      }),
};
