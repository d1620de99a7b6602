import { likenessOf } from '../../prose/similarity.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

/** From this likeness on, of 0 to 1, two texts are nearly the same. */
const leastLikeness = 0.8;
/** 无 and 本年度未收取信息处理费 are the same every year. */
const shortestText = 100;

const rule: RuleText = {
  id: 'P-DUPLICATE',
  severity: 'warning',
  basis: '审核惯例：年度报告的文字不得与上年雷同',
  formula: `一、五、六的文字与上年相同的部分（不计数字）少于 ${leastLikeness * 100}%`,
  versions: [firstVersion],
};

export const duplicate = proseCheck(rule, ({ form, prose, lastYear }) =>
  prose.sections.flatMap(({ id, text }) => {
    const before = lastYear?.prose && sectionOf(lastYear.prose, id)?.text;
    if (before === undefined || text.length < shortestText) return [];
    const likeness = likenessOf(text, before);
    if (likeness < leastLikeness) return [];
    return [
      {
        message: `${sectionName(form, id)}的文字与上年有 ${Math.floor(likeness * 100)}% 相同（不计数字）。请按本年度的情况重新撰写。`,
        text: sentencesOf(text)[0],
        section: id,
      },
    ];
  }),
);
