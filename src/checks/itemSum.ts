import { findCell, formatValue, type FormCell } from '../cells.js';
import type { Check, Numbers, RuleText } from './check.js';
import { perForm } from './perForm.js';
import { rowName, tableName } from './place.js';

/** The blocks of 二 in form 2019 that count items, and decisions beside them. */
const tables = ['licensing', 'enforcement'];

/** One row may hold by chance; two that do say how the column was understood. */
const fewestRows = 2;

const rule: RuleText = {
  id: 'R-ITEMSUM',
  severity: 'explain',
  basis: '统一格式（国办公开办函〔2019〕60号）：第三列是处理决定的数量，不是项目的总数',
  formula:
    '2019 格式，二（五）（六）：有增减的各行（两行以上）不全是 处理决定数量＝上一年项目数量＋本年增/减',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

interface ItemRow {
  readonly decisions: FormCell;
  readonly previousItems: FormCell;
  readonly change: FormCell;
}

/** The third column read as a total of items: in every row with a change it is the sum of the two before. */
export const itemSum: Check = {
  ...rule,
  relation: '=',
  appliesTo: (form) => findCell(form, 'licensing.licensing.previousItems') !== undefined,
  judge: (numbers) => {
    const changed = rowsOf(numbers.form).filter(
      ({ change }) => (numbers.values[change.position] ?? 0n) !== 0n,
    );
    const [first] = changed;
    if (!first || changed.length < fewestRows || !changed.every((row) => isSum(row, numbers))) return [];
    const shown = changed.map((row) => `${rowName(row.decisions)}行 ${inWords(row, numbers)}`);
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: changed.flatMap(({ decisions, previousItems, change }) => [
          decisions.key,
          previousItems.key,
          change.key,
        ]),
        left: null,
        right: null,
        difference: null,
        message: `${tableName(first.decisions)}等处：${shown.join('，')}，“${first.decisions.column.label}”都恰好等于前两列之和，像是填成了项目总数。请改填本年作出的处理决定件数；确是件数的，请用文字说明。`,
      },
    ];
  },
};

const rowsOf = perForm((form): readonly ItemRow[] => {
  const rows = form.sections
    .flatMap((section) => section.tables)
    .filter(({ id }) => tables.includes(id))
    .flatMap((table) => table.rows.map(({ id }) => `${table.id}.${id}`));
  return rows.flatMap((row) => {
    const [decisions, previousItems, change] = ['decisions', 'previousItems', 'change'].map((column) =>
      findCell(form, `${row}.${column}`),
    );
    return decisions && previousItems && change ? [{ decisions, previousItems, change }] : [];
  });
});

/** False while one of the three is blank. */
function isSum({ decisions, previousItems, change }: ItemRow, { values }: Numbers): boolean {
  const [sum, before, more] = [decisions, previousItems, change].map(({ position }) => values[position]);
  return sum != null && before != null && more != null && sum === before + more;
}

function inWords({ decisions, previousItems, change }: ItemRow, { values }: Numbers): string {
  const show = ({ column, position }: FormCell) => formatValue(column, values[position] ?? 0n);
  const more = show(change);
  return `${show(previousItems)}${more.startsWith('-') ? `－${more.slice(1)}` : `＋${more}`}＝${show(decisions)}`;
}
