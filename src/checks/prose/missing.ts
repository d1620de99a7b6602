import type { RuleText } from '../check.js';
import { proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-MISSING',
  severity: 'explain',
  basis: '《政府信息公开条例》第五十条：年度报告应包括总体情况、存在的主要问题及改进情况',
  formula: '一、五两部分都有文字',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

/** The sections of prose that the law asks for; 六 may have nothing to say. */
export const requiredSections: readonly string[] = ['overview', 'problems'];

export const missing = proseCheck(rule, ({ form, prose }) => {
  const blank = requiredSections.filter((id) => !sectionOf(prose, id)?.text.trim());
  const [section] = blank;
  if (section === undefined) return [];
  const names = blank.map((id) => sectionName(form, id)).join('、');
  return [
    {
      message: `${names}没有文字，不能发布。请补上这一部分；文件里有而没有读到的，请粘贴到网页上。`,
      section,
    },
  ];
});
