import type { RuleText } from '../check.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-LENGTH',
  severity: 'warning',
  basis: '各地的要求：总体情况的字数不超过规定（没有规定的地方不判断）',
  formula: '一的字数（不计空白）≤当地规定的字数',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

const section = 'overview';

export const length = proseCheck(rule, ({ form, prose, requirements }) => {
  const longest = requirements?.longestOverview ?? null;
  if (longest === null) return [];
  const size = [...(sectionOf(prose, section)?.text ?? '').replace(/\s/g, '')].length;
  if (size <= longest) return [];
  return [
    {
      message: `${sectionName(form, section)}有 ${size} 字，当地规定不超过 ${longest} 字，多 ${size - longest} 字，检查时会扣分。请精简。`,
      section,
    },
  ];
});
