import { dayInWords, periodIn } from '../../prose/dates.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, type ProseFinding } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-PERIOD',
  severity: 'explain',
  basis: '《政府信息公开条例》第四十九、五十条：年度报告报上一年度的情况',
  formula: '文中写的统计期限＝报告年度1月1日至12月31日；没有写统计期限时不判断',
  versions: [firstVersion],
};

/** What makes a period that of the report's figures: 公示期限 and 统计数据显示 do not. */
const names =
  /统计(?:数据)?的?(?:起止)?(?:期限|期间|时限|时间|时段|周期|区间|范围)|(?:所列|报告|年报)(?:中|内|里)?的?(?:各项|有关|相关)?(?:统计)?数据|数据的?统计/;
/** What may stand between that and the period. */
const between = /^(?:[的为是自从由均系指：:，,（(]|统计|期限|期间|时限|时间|起止|范围|截取|包括)*$/;

export const period = proseCheck(rule, ({ prose, year }) =>
  year === null
    ? []
    : prose.sections.flatMap(({ id, text }) =>
        [...new Set(sentencesOf(text))].flatMap((sentence) => judgeSentence(sentence, id, year)),
      ),
);

function judgeSentence(sentence: string, section: string, year: number): ProseFinding[] {
  if (!/统计|数据/.test(sentence)) return [];
  const name = names.exec(sentence);
  if (!name) return [];
  const rest = sentence.slice(name.index + name[0].length);
  const found = periodIn(rest, year);
  if (!found?.from || !found.to || !between.test(rest.slice(0, found.at))) return [];
  const { from, to } = found;
  if (from === `${year}-01-01` && to === `${year}-12-31`) return [];
  return [
    {
      message: `文中写的统计期限是${dayInWords(from)}至${dayInWords(to)}，应为${year}年1月1日至${year}年12月31日。请核对各项数据是否统计到年底，改正期限，或用文字说明。`,
      text: sentence,
      section,
    },
  ];
}
