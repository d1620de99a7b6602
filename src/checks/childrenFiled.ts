import { listed } from '../text/listed.js';
import type { AgencyName, Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';

/** How many names the message lists before it only counts. */
const mostListed = 100;

const rule: RuleText = {
  id: 'R-CHILDREN',
  severity: 'explain',
  basis: '审核惯例：名单内各机关都已填报，汇总才完整',
  formula: '汇总户：名单内已报的机关数＝名单内的机关数',
  versions: [firstVersion],
};

/** One finding with everyone on the list who has not filed. */
export const childrenFiled: Check = {
  ...rule,
  reads: 'children',
  relation: '=',
  appliesTo: () => true,
  judge: ({ children }) => {
    if (!children || children.missing.length === 0) return [];
    const { filed, missing } = children;
    const all = filed.length + missing.length;
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: [],
        left: filed.length.toString(),
        right: all.toString(),
        difference: (-missing.length).toString(),
        compared: missing.map(({ code }) => code),
        message: `汇总名单上有 ${all} 个机关，已报 ${filed.length} 个，未报 ${missing.length} 个：${namesOf(missing)}。请催报后再汇总；不再填报的，请从名单中移出，或用文字说明。`,
      },
    ];
  },
};

function namesOf(missing: readonly AgencyName[]): string {
  return listed(
    missing.map(({ name, code }) => `${name}（${code}）`),
    mostListed,
    '个',
  );
}
