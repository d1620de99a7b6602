import { findCell, formatValue, valueAt } from '../../cells.js';
import { numbersIn } from '../../prose/numbers.js';
import { clausesOf, sentencesOf } from '../../prose/sentences.js';
import type { Check, Finding, Numbers, RuleText } from '../check.js';
import { findingKey } from '../check.js';
import { firstVersion } from '../firstVersion.js';
import { sectionName } from './proseCheck.js';
import { between, otherwise, statements, type Statement } from './statedNumbers.js';

const rule: RuleText = {
  id: 'P-NUMBERS',
  severity: 'warning',
  basis: '审核惯例：文字中的数与表中的数一致',
  formula: '文中新收、收到、办结、结转、行政复议、行政诉讼的件数＝表中相应的总计（收到可以含上年结转）',
  versions: [firstVersion],
};

/** A number in a clause and what it is said to be. */
interface Stated {
  readonly statement: Statement;
  readonly value: bigint;
}

export const numbers: Check = {
  ...rule,
  appliesTo: (form) =>
    statements.every(({ readings }) => readings.flat().every((key) => findCell(form, key))),
  judge: (input) => {
    const found = (input.prose?.sections ?? []).flatMap(({ id, text }) =>
      sentencesOf(text).flatMap((sentence) =>
        statedIn(sentence).flatMap((stated) => judgeStated(input, stated, sentence, id)),
      ),
    );
    // The same sentence may say the same thing twice.
    return [...new Map(found.map((finding) => [findingKey(finding), finding])).values()];
  },
};

function statedIn(sentence: string): Stated[] {
  const aboutRequests = /申请/.test(sentence);
  return clausesOf(sentence).flatMap((clause) => {
    const [number, ...others] = numbersIn(clause);
    if (!number || others.length > 0 || otherwise.test(clause)) return [];
    const statement = statements.find(({ words, about }) => {
      const match = words.exec(clause);
      if (!match || match.index > number.from || (about && !aboutRequests)) return false;
      return between.test(clause.slice(match.index + match[0].length, number.from));
    });
    return statement ? [{ statement, value: number.value }] : [];
  });
}

function judgeStated(
  { form, values }: Numbers,
  { statement, value }: Stated,
  sentence: string,
  section: string,
): Finding[] {
  const sums = statement.readings.map((keys) => sumOf({ form, values }, keys));
  const [first] = sums;
  if (first === undefined || sums.some((sum) => sum === null || sum === value)) return [];
  const cells = statement.readings[0] ?? [];
  const column = findCell(form, cells[0] ?? '')?.column;
  if (!column || first === null) return [];
  const show = (number: bigint) => formatValue(column, number);
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      cells,
      left: show(value),
      right: show(first),
      difference: show(value - first),
      message: `${sectionName(form, section)}写的是 ${show(value)} 件，表中${statement.name}是 ${show(first)} 件，相差 ${show(value - first)}。请核对文字和表中的数，改正其中一处。`,
      text: sentence,
      section,
    },
  ];
}

/** null while one of the cells is blank. */
function sumOf({ form, values }: Numbers, keys: readonly string[]): bigint | null {
  let sum = 0n;
  for (const key of keys) {
    const value = valueAt(form, values, key) ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
