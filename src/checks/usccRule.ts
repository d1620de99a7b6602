import type { RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';

/** Judged where an agency is registered, by `usccFault`; no report is asked for it. */
export const usccRule: RuleText = {
  id: 'M-USCC',
  severity: 'error',
  basis: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》',
  formula:
    '统一社会信用代码：18 位，登记管理部门、机构类别、行政区划、主体标识码齐全；校验码正确（不正确为提示）',
  versions: [firstVersion],
};
