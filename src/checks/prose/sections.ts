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

export const sections = proseCheck(rule, ({ form, prose }) => {
  const headings = (prose.headings ?? []).map(oneLine);
  if (headings.length === 0) return [];
  return [
    ...form.sections.flatMap((section) => judgeSection(section, headings)),
    ...judgeOrder(form, headings),
  ];
});

function judgeSection(section: Section, headings: readonly string[]): ProseFinding[] {
  const asked = `${section.numeral}、${section.title}`;
  const own = headings.filter((heading) => isOf(section, heading));
  const [first] = own;
  if (first === undefined)
    return [
      { message: `没有找到标题“${asked}”。请按统一格式补上这一部分。`, text: asked, section: section.id },
    ];
  const faults = [
    ...(own.length > 1 ? [`标题“${first}”出现了 ${own.length} 次，应只出现一次。请合并成一部分。`] : []),
    ...own
      .filter((heading) => wordsOf(heading) !== wordsOf(section.title))
      .slice(0, 1)
      .map((heading) => `标题是“${heading}”，统一格式是“${asked}”。请按统一格式改正。`),
  ];
  return faults.length === 0 ? [] : [{ message: faults.join(''), text: first, section: section.id }];
}

/** A section that stands twice is out of order only where it first stands. */
function judgeOrder(form: Form, headings: readonly string[]): ProseFinding[] {
  const places = [
    ...new Set(headings.map((heading) => form.sections.findIndex((section) => isOf(section, heading)))),
  ].filter((place) => place >= 0);
  const wrong = places.find((place, index) => index > 0 && place < (places[index - 1] ?? 0));
  const section = wrong === undefined ? undefined : form.sections[wrong];
  const heading = section && headings.find((each) => isOf(section, each));
  if (!section || heading === undefined) return [];
  return [
    {
      message: `各部分的次序与统一格式不同：“${heading}”排得太后。请按一至六的次序排列。`,
      text: `次序：${heading}`,
    },
  ];
}

/** By its numeral; a heading that lost it in a conversion is known by its words. */
function isOf({ numeral, title }: Section, heading: string): boolean {
  const [first = ''] = heading;
  return /[一二三四五六]/.test(first) ? first === numeral : wordsOf(heading) === wordsOf(title);
}

/** Without its numeral, a note in brackets at its end, and punctuation, which people write as they like. */
function wordsOf(heading: string): string {
  return heading
    .replace(/^[一二三四五六]/, '')
    .replace(/(?<=.)[（(][^（）()]*[）)]$/, '')
    .replace(/[\p{P}\p{S}]/gu, '');
}
