import { cellsOf, formatValue, type FormCell } from '../cells.js';
import type { Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { rowName, tableName } from './place.js';

const rule: RuleText = {
  id: 'R-RULEMAKER',
  severity: 'explain',
  basis: '立法法：规章由国务院部门、省级和设区的市级人民政府制定',
  formula: '二（一）规章行：没有规章制定权的机关，各格＝0',
  versions: [firstVersion],
};

/** 规章 of an agency that may not make any; often they are 规范性文件. Not evaluated while that is unknown. */
export const ruleMaker: Check = {
  ...rule,
  appliesTo: (form) => cellsOf(form).some(isOfRules),
  judge: ({ form, values, agency }) => {
    if (agency?.makesRules !== false) return [];
    const cells = cellsOf(form).filter((cell) => isOfRules(cell) && (values[cell.position] ?? 0n) > 0n);
    const [first] = cells;
    if (!first) return [];
    const shown = cells.map(
      ({ column, position }) => `${column.label}为 ${formatValue(column, values[position] ?? 0n)}`,
    );
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: cells.map(({ key }) => key),
        left: null,
        right: null,
        difference: null,
        message: `${tableName(first)}${rowName(first)}行：${shown.join('，')}，而${agency.name}没有规章制定权，应为 0。是规范性文件的，请改填到规范性文件一行；确有规章的，请用文字说明。`,
      },
    ];
  },
};

function isOfRules({ table, row }: FormCell): boolean {
  return table.id === 'documents' && row.id === 'rules';
}
