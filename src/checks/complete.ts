import { listed } from '../text/listed.js';
import { cellsOf, tablesOf, type FormCell } from '../cells.js';
import type { Table } from '../forms/form.js';
import type { Check, CheckInput, Finding, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';
import { rowName, tableName } from './place.js';
import { placeOf } from './sums/sumWords.js';
import { allSums, isUnjudged, type Sum } from './sums/sums.js';

/** How many names a message lists before it only counts. */
const mostListed = 3;

const rule: RuleText = {
  id: 'R-COMPLETE',
  severity: 'explain',
  basis: '统一格式：每一格都应填写，没有的填 0；空白不等于零',
  formula: '二、三、四的每一格都已填写',
  versions: [firstVersion],
};

/** Blank is not zero: the filer fills the cell or says that blank means zero. One finding a table. */
export const complete: Check = {
  ...rule,
  appliesTo: () => true,
  judge: (input) => {
    if (input.values.every((value) => value !== null)) return [];
    const unjudged = allSums(input).filter(isUnjudged);
    return tablesOf(input.form).flatMap((table) => judgeTable(table, input, unjudged));
  },
};

function judgeTable(table: Table, input: CheckInput, unjudged: readonly Sum[]): Finding[] {
  const cells = cellsOf(input.form).filter((cell) => cell.table === table);
  const blanks = cells.filter((cell) => input.values[cell.position] === null && !input.unread?.has(cell.key));
  const [first] = blanks;
  if (!first) return [];
  const sums = unjudged.filter((sum) => sum.left.operands[0]?.cell.table === table);
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      cells: blanks.map((cell) => cell.key),
      left: null,
      right: null,
      difference: null,
      message: `${tableName(first)}：${cells.length} 格${
        blanks.length === cells.length ? '全部空白' : `中有 ${blanks.length} 格空白（${names(blanks)}）`
      }${
        sums.length > 0 ? `，${sums.length} 项勾稽关系因此无法判断（${sumNames(sums)}）` : ''
      }${leftOutWords(sums)}。请填写，没有的填 0；空白都表示零的，在填报页按“都填 0”，导入文件的，选“空白即为零”再导入一次。`,
    },
  ];
}

/** A blank total whose parts are filled in and not all zero. */
function leftOutWords(sums: readonly Sum[]): string {
  const found = sums.filter(
    ({ rule, left, right }) =>
      rule.leftOut !== undefined && left.blanks.length > 0 && right.blanks.length === 0 && right.sum !== 0n,
  );
  return found
    .map((sum) => `；${placeOf(sum)}${sum.rule.leftOut ?? ''}，各项之和是 ${sum.right.sum}`)
    .join('');
}

function names(blanks: readonly FormCell[]): string {
  return listed(
    blanks.map((cell) => `${rowName(cell)}行“${cell.column.label}”列`),
    mostListed,
    '处',
  );
}

function sumNames(sums: readonly Sum[]): string {
  return listed([...new Set(sums.map(placeOf))], mostListed, '处');
}
