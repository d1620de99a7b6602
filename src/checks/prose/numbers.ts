import { findCell, formatValue } from '../../cells.js';
import { findingKey, type Finding, type ProseSection, type RuleText } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { findingOf, proseCheck, sectionName, type ProseInput } from './proseCheck.js';
import { statedInSection } from './readStatements.js';
import type { Stated } from './statedNumbers.js';
import { sumOfCells } from './sumOfCells.js';

const rule: RuleText = {
  id: 'P-NUMBERS',
  severity: 'warning',
  basis: '审核惯例：文字中的数与表中的数一致',
  formula:
    '文中新收、收到、办结、结转、自然人、法人、行政复议、行政诉讼、相关案件的件数＝表中相应的合计（收到可以含上年结转），各渠道之和＝新收；制发、废止、现行有效的规章、规范性文件件数＝二（一）（2021 年度起）',
  versions: [
    firstVersion,
    {
      version: 2,
      since: '2026-11-27',
      words:
        '还读制发、废止、现行有效的规章和规范性文件，自然人、法人的件数，各渠道之和，相关案件；汇总报告里只说一个办公机构的句子不读',
    },
  ],
};

export const numbers = proseCheck(rule, (input) => {
  const found = input.prose.sections.flatMap((section) => judgeSection(section, input));
  // The same sentence may say the same thing twice.
  return [...new Map(found.map((finding) => [findingKey(finding), finding])).values()];
});

function judgeSection({ id, text }: ProseSection, input: ProseInput): Finding[] {
  const { year, agency } = input;
  return statedInSection(text, { year, agency: agency?.name ?? null }).flatMap(({ sentence, stated }) =>
    stated.flatMap((each) => judgeStated(input, each, sentence, id)),
  );
}

/** Nothing while a cell of any reading is blank: it might be the one that agrees. */
function judgeStated(
  input: ProseInput,
  { statement, value }: Stated,
  text: string,
  section: string,
): Finding[] {
  const { readings, name } = statement;
  const sums = readings.map((keys) => sumOfCells(input, keys));
  const [cells = []] = readings;
  const [right = null] = sums;
  const column = findCell(input.form, cells[0] ?? '')?.column;
  if (!column || right === null || sums.some((sum) => sum === null || sum === value)) return [];
  const show = (number: bigint) => formatValue(column, number);
  const [left, table, difference] = [show(value), show(right), show(value - right)];
  const message = `${sectionName(input.form, section)}写的是 ${left} 件，表中${name}是 ${table} 件，相差 ${difference}。请核对文字和表中的数，改正其中一处。`;
  return [{ ...findingOf(rule, { message, text, section }), cells, left, right: table, difference }];
}
