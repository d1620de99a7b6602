import { dayInWords, periodIn } from '../../prose/dates.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-PERIOD',
  severity: 'explain',
  basis: '《政府信息公开条例》第四十九、五十条：年度报告报上一年度的情况',
  formula: '文中写的统计期限＝报告年度1月1日至12月31日；没有写统计期限时不判断',
  versions: [firstVersion],
};

/** 统计期限为2020年1月1日至2020年12月31日 */
const names = /统计|数据|期限|时限|起止/;

export const period = proseCheck(rule, ({ prose, year }) =>
  year === null
    ? []
    : prose.sections.flatMap(({ id, text }) =>
        sentencesOf(text).flatMap((sentence) => {
          const found = names.test(sentence) && periodIn(sentence);
          if (!found || (found.from === `${year}-01-01` && found.to === `${year}-12-31`)) return [];
          return [
            {
              message: `文中写的统计期限是${dayInWords(found.from)}至${dayInWords(found.to)}，应为${year}年1月1日至${year}年12月31日。请核对各项数据是否统计到年底，改正期限，或用文字说明。`,
              text: sentence,
              section: id,
            },
          ];
        }),
      ),
);
