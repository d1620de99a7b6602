import { dayInWords } from '../../prose/dates.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-DATE',
  severity: 'warning',
  basis: '《政府信息公开条例》第四十九条：次年1月31日前发布上一年度的报告',
  formula: '报告的落款日期在报告年度之后',
  versions: [firstVersion],
};

/** A report that was finished before the year was over cannot cover all of it. */
export const date = proseCheck(rule, ({ prose: { datedOn }, year }) =>
  year === null || datedOn === null || datedOn > `${year}-12-31`
    ? []
    : [
        {
          message: `落款日期是${dayInWords(datedOn)}，报告年度${year}年还没有结束。请核对数据是否统计到12月31日，并改正落款日期。`,
          text: dayInWords(datedOn),
        },
      ],
);
