import { oneLine } from '../../prose/oneLine.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-PROBLEMS',
  severity: 'explain',
  basis: '《政府信息公开条例》第五十条：年度报告应包括存在的主要问题及改进情况',
  formula: '五不是空白，也不是“无”',
  versions: [firstVersion],
};

const section = 'problems';
/** What people write when they have nothing to say. */
const nothing =
  /^(?:本年度?|本单位|本机关|我单位|我局|暂时?|目前|均|尚)*(?:没有|未发现|不存在|无)(?:任何|明显|存在|的|主要)*(?:问题|内容|情况|及|改进)*$/;

/** Any other character says something. */
const telling = new RegExp(`[^\\p{P}\\p{S}${nothing.source.replace(/[^\p{Script=Han}]/gu, '')}]`, 'u');

export const problems = proseCheck(rule, ({ form, prose }) => {
  const text = oneLine(sectionOf(prose, section)?.text ?? '');
  if (telling.test(text)) return [];
  const words = text.replace(/[\p{P}\p{S}]/gu, '');
  if (words !== '' && !nothing.test(words)) return [];
  return [
    {
      message: `${sectionName(form, section)}${words === '' ? '是空白' : `只写了“${text}”`}。请写明本年度存在的主要问题和改进情况，或用文字说明。`,
      text: text === '' ? undefined : text,
      section,
    },
  ];
});
