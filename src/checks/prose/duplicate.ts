import { likenessOf } from '../../prose/similarity.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

/** From this likeness on, of 0 to 1, inspectors call two texts 雷同, unless the jurisdiction says otherwise. */
const usualLikeness = 0.5;
/** 无 and 本年度未收取信息处理费 are the same every year. */
const shortestText = 100;

/** How many of the sentences that stand in both are shown. */
const mostShown = 3;

const rule: RuleText = {
  id: 'P-DUPLICATE',
  severity: 'warning',
  basis: '审核惯例：年度报告的文字不得与上年雷同',
  formula: `一、五、六的文字与上年相同的部分（不计数字）少于 ${usualLikeness * 100}%，当地另有规定的从其规定`,
  versions: [
    firstVersion,
    { version: 2, since: '2026-11-27', words: '从 80% 改为检查所用的 50%，列出与上年相同的句子' },
  ],
};

export const duplicate = proseCheck(rule, ({ form, prose, lastYear, requirements }) =>
  prose.sections.flatMap(({ id, text }) => {
    const before = lastYear?.prose && sectionOf(lastYear.prose, id)?.text;
    if (before === undefined || text.length < shortestText) return [];
    const likeness = likenessOf(text, before);
    const most = requirements?.mostLikeness ?? usualLikeness;
    if (likeness < most) return [];
    const same = sameSentences(text, before);
    const shown = same.slice(0, mostShown).map((sentence) => `“${sentence}”`);
    const listed = same.length > 0 ? `相同的句子有 ${same.length} 句，如${shown.join('')}。` : '';
    return [
      {
        message: `${sectionName(form, id)}的文字与上年有 ${Math.floor(likeness * 100)}% 相同（不计数字），检查的限度是 ${most * 100}%。${listed}请按本年度的情况重新撰写。`,
        text: sentencesOf(text)[0],
        section: id,
      },
    ];
  }),
);

/** The sentences of a text that stood in last year's too, whatever their numbers. */
function sameSentences(text: string, before: string): string[] {
  const withoutNumbers = (sentence: string) => sentence.replace(/\d+/g, '0');
  const known = new Set(sentencesOf(before).map(withoutNumbers));
  return sentencesOf(text).filter((sentence) => known.has(withoutNumbers(sentence)));
}
