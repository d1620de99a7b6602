import type { Form, Section } from '../../forms/form.js';
import { oneLine } from '../../prose/oneLine.js';
import type { RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { proseCheck, type ProseFinding } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-SECTIONS',
  severity: 'warning',
  basis: '国办公开办函〔2019〕60号、〔2021〕30号：年度报告的统一格式',
  formula: '六个部分的标题各出现一次，次序和文字与统一格式相同',
  versions: [firstVersion],
};

export const sections = proseCheck(rule, ({ form, prose: { headings } }) =>
  headings === null || headings.length === 0
    ? []
    : [...form.sections.flatMap((section) => judgeSection(section, headings)), ...judgeOrder(form, headings)],
);

function judgeSection(section: Section, headings: readonly string[]): ProseFinding[] {
  const { id, numeral, title } = section;
  const asked = `${numeral}、${title}`;
  const own = headings.filter((heading) => numeralOf(heading) === numeral);
  const [first, second] = own;
  if (first === undefined)
    return [{ message: `没有找到标题“${asked}”。请按统一格式补上这一部分。`, text: asked, section: id }];
  if (second !== undefined)
    return [
      {
        message: `标题“${oneLine(first)}”出现了 ${own.length} 次，应只出现一次。请合并成一部分。`,
        text: oneLine(first),
        section: id,
      },
    ];
  if (wordsOf(first) === wordsOf(title)) return [];
  return [
    {
      message: `标题是“${oneLine(first)}”，统一格式是“${asked}”。请按统一格式改正。`,
      text: oneLine(first),
      section: id,
    },
  ];
}

function judgeOrder(form: Form, headings: readonly string[]): ProseFinding[] {
  const order = form.sections.map(({ numeral }) => numeral);
  const places = headings.map((heading) => order.indexOf(numeralOf(heading)));
  const wrong = headings.find((_, index) => index > 0 && places[index]! < places[index - 1]!);
  return wrong === undefined
    ? []
    : [
        {
          message: `各部分的次序与统一格式不同：“${oneLine(wrong)}”排得太后。请按一至六的次序排列。`,
          text: `次序：${oneLine(wrong)}`,
        },
      ];
}

function numeralOf(heading: string): string {
  return /^[一二三四五六]/.exec(oneLine(heading))?.[0] ?? '';
}

/** Without its numeral and without punctuation, which people write as they like. */
function wordsOf(heading: string): string {
  return oneLine(heading)
    .replace(/^[一二三四五六][、.．,，:：]/, '')
    .replace(/[\p{P}\p{S}]/gu, '');
}
