import { findCell, formatValue } from '../cells.js';
import type { Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { rowName, tableName } from './place.js';

const projects = 'procurement.procurement.projects';
const amount = 'procurement.procurement.amount';

const rule: RuleText = {
  id: 'R-PROCURE',
  severity: 'explain',
  basis: '审核惯例：有采购项目就有采购金额，有采购金额就有采购项目',
  formula: '二（九）：采购项目数量＞0 当且仅当 采购总金额＞0',
  versions: [firstVersion],
};

/** Form 2019 only: later forms do not ask for procurement. */
export const procurement: Check = {
  ...rule,
  appliesTo: (form) => findCell(form, projects) !== undefined,
  judge: ({ form, values }) => {
    const [projectCell, amountCell] = [findCell(form, projects), findCell(form, amount)];
    if (!projectCell || !amountCell) return [];
    const [projectCount, money] = [values[projectCell.position], values[amountCell.position]];
    if (projectCount == null || money == null || projectCount > 0n === money > 0n) return [];
    const [left, right] = [
      formatValue(projectCell.column, projectCount),
      formatValue(amountCell.column, money),
    ];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: [projects, amount],
        left,
        right,
        difference: null,
        message: `${tableName(projectCell)}${rowName(projectCell)}行：采购项目数量为 ${left}，采购总金额为 ${right} 万元，应当同时为零或同时大于零。请核对，或用文字说明。`,
      },
    ];
  },
};
