import { findCell, tablesOf, valueAt, type CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { numbersIn } from '../../prose/numbers.js';
import { isShare, percentagesIn, percentageText } from '../../prose/percentages.js';
import { sentencesOf } from '../../prose/sentences.js';
import { findingKey, type Finding, type Numbers, type RuleText } from '../check.js';
import { findingOf, proseCheck, sectionName, type ProseInput } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-SHARES',
  severity: 'warning',
  basis: '审核惯例：文字中各类办理结果的件数和占比与表三一致',
  formula:
    '文中予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数＝三的各行之和，占比＝各行之和÷（七）总计',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

interface Group {
  /** As people write it, longest first. */
  readonly words: string;
  readonly name: string;
  readonly belongs: (row: { readonly id: string; readonly group?: string }) => boolean;
}

const single =
  (...ids: string[]): Group['belongs'] =>
  ({ id }) =>
    ids.includes(id);
const grouped =
  (label: string): Group['belongs'] =>
  ({ group }) =>
    group === label;

const groups: readonly Group[] = [
  {
    words: '予以公开(?:及|和|与|、|以及|或)(?:者)?部分公开',
    name: '（一）予以公开＋（二）部分公开',
    belongs: single('disclosed', 'partiallyDisclosed'),
  },
  { words: '予以公开', name: '（一）予以公开', belongs: single('disclosed') },
  { words: '部分公开', name: '（二）部分公开', belongs: single('partiallyDisclosed') },
  { words: '不予公开', name: '（三）不予公开', belongs: grouped('（三）不予公开') },
  { words: '无法提供', name: '（四）无法提供', belongs: grouped('（四）无法提供') },
  { words: '不予处理', name: '（五）不予处理', belongs: grouped('（五）不予处理') },
  {
    words: '其他处理',
    name: '（六）其他处理',
    belongs: ({ id, group }) => group === '（六）其他处理' || id === 'otherHandling',
  },
];

const outcomesTotal: CellKey = 'requests.outcomesTotal.total';

/** What may stand between a group and its number or its share. */
const between =
  '(?:的|申请|政府|信息|公开|决定|答复|处理|结果|件数|数量|情况|共计|合计|总计|共|为|有|是|了|:|：|、)*';
const share =
  '(?:件)?[，,（(]?(?:约|共)?占(?:比|到|总数|总量|总计|办理|办结|结果|答复|全部|申请|件数|数量|的|为|了|约|是|:|：)*$';

export const shares = proseCheck(
  rule,
  (input) => {
    const found = input.prose.sections.flatMap(({ id, text }) =>
      sentencesOf(text).flatMap((sentence) => judgeSentence(sentence, id, input)),
    );
    return [...new Map(found.map((finding) => [findingKey(finding), finding])).values()];
  },
  (form) => findCell(form, outcomesTotal) !== undefined,
);

function judgeSentence(sentence: string, section: string, input: ProseInput): Finding[] {
  if (!named.test(sentence) || isOfSomethingElse(sentence, input)) return [];
  return [
    ...numbersIn(sentence).flatMap(({ value, from }) => {
      const group = groupBefore(sentence.slice(0, from), 'beforeCount');
      return group ? judgeCount(group, value, { sentence, section, input }) : [];
    }),
    ...percentagesIn(sentence).flatMap((percentage) => {
      const group = groupBefore(sentence.slice(0, percentage.from), 'beforeShare');
      const sums = group && sumsOf(group, input);
      if (!group || !sums || sums.total === 0n || isShare(percentage, sums.part, sums.total)) return [];
      const stated = sentence.slice(percentage.from, percentage.to);
      const right = percentageText(sums.part, sums.total);
      return [
        {
          ...findingOf(rule, {
            message: `${sectionName(input.form, section)}写的${group.name}占 ${stated}，表中是 ${sums.part}÷${sums.total}＝${right}。请核对文字和表中的数，改正其中一处。`,
            text: sentence,
            section,
          }),
          cells: [outcomesTotal, ...sums.cells],
        },
      ];
    }),
  ];
}

interface Place {
  readonly sentence: string;
  readonly section: string;
  readonly input: ProseInput;
}

function judgeCount(group: Group, value: bigint, { sentence, section, input }: Place): Finding[] {
  const sums = sumsOf(group, input);
  if (!sums || sums.part === value) return [];
  return [
    {
      ...findingOf(rule, {
        message: `${sectionName(input.form, section)}写的${group.name}是 ${value} 件，表中是 ${sums.part} 件，相差 ${value - sums.part}。请核对文字和表中的数，改正其中一处。`,
        text: sentence,
        section,
      }),
      cells: sums.cells,
      left: `${value}`,
      right: `${sums.part}`,
      difference: `${value - sums.part}`,
    },
  ];
}

/** Most sentences name no group. */
const named = new RegExp(groups.map(({ words }) => words).join('|'));

/** How a sentence leads from each group to its number, and to its share. */
const leads = groups.map((group) => ({
  group,
  beforeCount: new RegExp(`${group.words}${between}$`),
  beforeShare: new RegExp(`${group.words}${between}(?:\\d+)?${share}`),
}));

/** The last group named, when nothing but fillers stands between it and the end. */
function groupBefore(text: string, lead: 'beforeCount' | 'beforeShare'): Group | undefined {
  const head = text.slice(-80);
  return leads.find((each) => each[lead].test(head))?.group;
}

/** Another year, a part of the agencies, or a comparison. */
function isOfSomethingElse(sentence: string, { year }: ProseInput): boolean {
  const years = [...sentence.matchAll(/(?<!\d)(\d{4})年/g)].map(([, named]) => Number(named));
  return (
    /去年|上年|同期|同比|其中[^，。；]{0,8}(?:局|委|办|县|区|镇)/.test(sentence) ||
    years.some((named) => named !== year)
  );
}

/** null while a cell is blank. */
function sumsOf(
  { belongs }: Group,
  numbers: Numbers,
): { readonly part: bigint; readonly total: bigint; readonly cells: CellKey[] } | null {
  const cells = rowsOf(numbers.form)
    .filter(belongs)
    .map(({ id }): CellKey => `requests.${id}.total`);
  const values = [outcomesTotal, ...cells].map((key) => valueAt(numbers.form, numbers.values, key) ?? null);
  const [total, ...parts] = values;
  if (total == null || parts.length === 0) return null;
  let part = 0n;
  for (const value of parts) {
    if (value === null) return null;
    part += value;
  }
  return { part, total, cells };
}

function rowsOf(form: Form) {
  return tablesOf(form).find(({ id }) => id === 'requests')?.rows ?? [];
}
