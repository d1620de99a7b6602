import { rowName, sharedPlace, tableName } from '../place.js';
import { cellsOfSum, type Operand, type Sum, type Total } from './sums.js';

/** Both sides of a sum that does not hold, by how much they differ, and what to do. */
export function sumWords(sum: Sum, show: (value: bigint) => string, difference: string | null): string {
  const { left, right, rule } = sum;
  const wrong =
    difference === null
      ? `空白的 ${blankNames([...left.blanks, ...right.blanks])} 填任何数都不能使之相符`
      : `${isLeftOut(sum) ? `${rule.leftOut ?? ''}，` : ''}相差 ${difference}`;
  return `${nameOf(sum)}：${inWords(left, show)}，${relationWords(sum)}${inWords(right, show)}，${wrong}。${rule.advice}`;
}

/** The total is 0 while its parts are not: nobody has filled it in. */
function isLeftOut({ rule, left, right }: Sum): boolean {
  return rule.leftOut !== undefined && left.sum === 0n && right.sum !== 0n;
}

/** Where a sum stands, without its table: “自然人”列 or “行政复议”行. */
export function placeOf(sum: Sum): string {
  const [first] = sum.left.operands;
  return nameOf(sum).slice(first ? tableName(first.cell).length : 0);
}

/** Where a sum stands, with its table. */
export function nameOf(sum: Sum): string {
  const cells = cellsOfSum(sum);
  const [first] = cells;
  if (!first) return '';
  const shared = sharedPlace(cells);
  // 二 has one row a kind of document: a table alone would not say which.
  return shared === tableName(first) ? `${shared}${rowName(first)}行` : shared;
}

function relationWords({ relation }: Sum): string {
  if (relation === '≤') return '应不大于';
  if (relation === '≥') return '应不小于';
  return '';
}

/** 一＋二＝2＋0＝2. Zeros are left out of long sums. */
function inWords({ words, operands, sum, blanks }: Total, show: (value: bigint) => string): string {
  if (operands.length === 0) return show(sum);
  const shown = operands.length <= 8 ? operands : operands.filter(({ value }) => value !== 0n);
  const numbers = shown
    .map(({ term, value }, index) => {
      const number = value === null ? '空白' : value < 0n && index > 0 ? `（${show(value)}）` : show(value);
      if (term.subtracted) return `－${number}`;
      return index > 0 ? `＋${number}` : number;
    })
    .join('');
  if (blanks.length > 0) return `${words}＝${numbers || '空白'}`;
  return shown.length > 1 ? `${words}＝${numbers}＝${show(sum)}` : `${words}＝${show(sum)}`;
}

function blankNames(blanks: readonly Operand[]): string {
  return blanks.map(({ cell }) => `${rowName(cell)}行“${cell.column.label}”列`).join('、');
}
