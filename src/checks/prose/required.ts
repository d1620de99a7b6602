import { oneLine } from '../../prose/oneLine.js';
import type { RuleText } from '../check.js';
import { proseCheck } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-REQUIRED',
  severity: 'warning',
  basis: '各地的要求：年度报告应写明的内容（没有要求的地方不判断）',
  formula: '文字中写有当地要求写明的各项内容',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

/** What a jurisdiction wants to be said, in its words, whatever stands between them. */
export const required = proseCheck(rule, ({ prose, requirements }) => {
  const asked = requirements?.statements ?? [];
  if (asked.length === 0) return [];
  const said = bare(prose.sections.map(({ text }) => text).join(''));
  return asked
    .filter((statement) => !said.includes(bare(statement)))
    .map((statement) => ({
      message: `当地要求年度报告写明“${statement}”，文字中没有找到，检查时会扣分。请补充。`,
      text: statement,
    }));
});

function bare(text: string): string {
  return oneLine(text).replace(/[\p{P}\p{S}\s]/gu, '');
}
