import { findCell, formatValue } from '../../cells.js';
import { isShare, percentagesIn } from '../../prose/percentages.js';
import { findingKey, type Finding, type RuleText } from '../check.js';
import { findingOf, proseCheck, sectionName, type ProseInput } from './proseCheck.js';
import { statedInSection } from './readStatements.js';
import type { Stated } from './statedNumbers.js';
import { sumOfCells } from './sumOfCells.js';

const rule: RuleText = {
  id: 'P-YEARS',
  severity: 'warning',
  basis: '审核惯例：文字中与上年的比较同两年的表一致',
  formula: '文中与上年相同、增长或减少的件数和百分比＝本年与上年相应各格之差',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

/** 较上年增长, 同比下降. */
const comparison =
  /(?:(?:较|比|与)(?:去年|上年度?|上一年度?)(?:同期)?(?:相比)?|同比)[，,]?(?:[^，。；\d]{0,6}?)(?<way>增长|增加|上升|增多|下降|减少|降低)了?(?<about>约|近|超过|逾)?(?:(?<count>\d+)件|(?=[\d.]+[%％]))/;
/** 与去年相同, 与上年持平. */
const same = /(?:与|和|同)(?:去年|上年度?|上一年度?)(?:同期)?(?:相比)?(?:相同|持平|一致|相等)/;
/** Both of them name the year before, or say 同比. */
const comparing = /去年|上一?年|同比/;
const growing = /增|升/;

/** Not evaluated without last year's report. */
export const years = proseCheck(rule, (input) => {
  if (!input.lastYear) return [];
  const context = { year: input.year, agency: input.agency?.name ?? null };
  const found = input.prose.sections.flatMap(({ id, text }) =>
    statedInSection(text, context, clauseBefore).flatMap(({ sentence, stated }) =>
      stated.slice(-1).flatMap((last) => judgeSentence(sentence, last, id, input)),
    ),
  );
  return [...new Map(found.map((finding) => [findingKey(finding), finding])).values()];
});

/** What is compared stands before the comparison. */
function clauseBefore(sentence: string): string {
  if (!comparing.test(sentence)) return '';
  const at = [comparison, same]
    .map((words) => sentence.search(words))
    .filter((place) => place >= 0)
    .sort((one, other) => one - other)[0];
  return at === undefined ? '' : sentence.slice(0, at).replace(/[，,；;（(]$/, '');
}

function judgeSentence(
  sentence: string,
  { statement, value }: Stated,
  section: string,
  input: ProseInput,
): Finding[] {
  const cells = statement.readings.find((keys) => sumOfCells(input, keys) === value);
  const before = cells && input.lastYear && sumOfCells(input.lastYear, cells);
  const column = findCell(input.form, cells?.[0] ?? '')?.column;
  if (!cells || before == null || !column) return [];
  const claim = claimOf(sentence, value, before);
  if (claim === null || claim.holds) return [];
  const [left, right] = [formatValue(column, value), formatValue(column, before)];
  return [
    {
      ...findingOf(rule, {
        message: `${sectionName(input.form, section)}写的是“${claim.words}”，而${statement.name}本年 ${left} 件，上年 ${right} 件，相差 ${formatValue(column, value - before)}。请核对改正。`,
        text: sentence,
        section,
      }),
      cells,
      left,
      right,
      difference: formatValue(column, value - before),
    },
  ];
}

interface Claim {
  readonly words: string;
  readonly holds: boolean;
}

/** What a sentence says of two numbers; null when it says it only roughly. */
function claimOf(sentence: string, value: bigint, before: bigint): Claim | null {
  const equal = same.exec(sentence);
  const compared = comparison.exec(sentence);
  if (equal && (!compared || equal.index < compared.index))
    return { words: equal[0], holds: value === before };
  if (!compared?.groups || compared.groups['about'] !== undefined) return null;
  const { way = '', count } = compared.groups;
  const distance = growing.test(way) ? value - before : before - value;
  if (count !== undefined) return { words: compared[0], holds: distance === BigInt(count) };
  const end = compared.index + compared[0].length;
  const [percentage] = percentagesIn(sentence.slice(end));
  if (!percentage || percentage.from !== 0 || before === 0n) return null;
  return {
    words: compared[0] + sentence.slice(end, end + percentage.to),
    holds: distance >= 0n && isShare(percentage, distance, before),
  };
}
