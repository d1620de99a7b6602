import { cellsOf, formatValue, parseValue, type FormCell } from '../../src/cells.js';
import { rowName, tableName } from '../../src/checks/place.js';
import { cannotHold, cellsOfSum, sumsOf, type Sum } from '../../src/checks/sums/sums.js';
import { sumWords } from '../../src/checks/sums/sumWords.js';
import type { Form, Table } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { totalsOf } from '../../src/checks/sums/totals.js';
import type { BoundRow } from './BoundRow.js';

/** A row whose values were too few to know their columns, with what stands there. */
export interface AmbiguousRow {
  readonly bound: BoundRow;
  readonly texts: readonly string[];
}

/** One value alone says nothing that another could contradict. */
const fewestValues = 2;

/**
 * What rows of a flattened table would mean if all of them left out the same columns: the first values belong
 * to the first columns and the last to the total, and all that is blank is 0. A note when that contradicts
 * itself; nothing is read by it.
 */
export function noteContradictions(form: Form, table: Table, rows: readonly AmbiguousRow[]): Problem[] {
  const [first] = rows;
  const size = first?.texts.length ?? 0;
  const cells = cellsOf(form).filter((cell) => cell.table === table);
  if (!first || size < fewestValues || size >= table.columns.length) return [];
  if (!rows.every(({ texts, bound }) => bound.line.spaced && texts.length === size)) return [];
  const assumed = new Map(rows.map((row) => [row.bound.row.id, row]));
  const values = new Map(cells.map((cell) => [cell, assumedValue(cell, assumed)]));
  if ([...values.values()].includes(null) || !endsInTotal(form, cells)) return [];
  const wrong = sumsWithin(form, values).filter(cannotHold);
  for (const sum of wrong) {
    const involved = new Set(cellsOfSum(sum).flatMap(({ row }) => assumed.get(row.id) ?? []));
    const [one, other] = involved;
    if (one && other) return [noteOf(form, table, { sum, count: wrong.length }, [one, other])];
  }
  return [];
}

function noteOf(
  form: Form,
  table: Table,
  { sum, count }: { readonly sum: Sum; readonly count: number },
  [one, other]: readonly [AmbiguousRow, AmbiguousRow],
): Problem {
  const size = one.texts.length;
  const columns = [...table.columns.slice(0, size - 1), ...table.columns.slice(-1)];
  const [place] = cellsOf(form).filter((cell) => cell.table === table && cell.row === other.bound.row);
  const show = (value: bigint) => formatValue(columns[0]!, value);
  const quoted = ({ bound, texts }: AmbiguousRow) => `${rowName(bound)}行的“${texts.join(' ')}”`;
  return problem(
    'ASSUMED_CONTRADICTION',
    `假设${place ? tableName(place) : ''}各行的 ${size} 个数依次是${columns.map(({ label }) => label).join('、')}，空白都是 0（文件没有写明，只作提示，没有据此读取）：${quoted(other)}与${quoted(one)}矛盾，有 ${count} 项勾稽关系不符，如${sumWords(sum, show, show(sum.left.sum - sum.right.sum))}`,
    { cell: place?.key, at: other.bound.line.cells[0]?.at },
  );
}

/** null when what stands there is no value of this column. */
function assumedValue(cell: FormCell, assumed: ReadonlyMap<string, AmbiguousRow>): bigint | null {
  const texts = assumed.get(cell.row.id)?.texts;
  if (!texts) return 0n;
  const column = cell.table.columns.indexOf(cell.column);
  const isLast = column === cell.table.columns.length - 1;
  const text = isLast ? texts.at(-1) : column < texts.length - 1 ? texts[column] : '0';
  const parsed = parseValue(cell.column, text ?? '');
  return 'value' in parsed ? parsed.value : null;
}

/** The last column of every row adds up the others. */
function endsInTotal(form: Form, cells: readonly FormCell[]): boolean {
  return cells
    .filter(({ table, column }) => table.columns.at(-1) === column)
    .every(({ key, row }) =>
      totalsOf(form)
        .get(key)
        ?.some((parts) => parts.every((part) => part.split('.')[1] === row.id)),
    );
}

/** The sums that bind cells of this table alone. */
function sumsWithin(form: Form, values: ReadonlyMap<FormCell, bigint | null>): Sum[] {
  const all = cellsOf(form).map((cell) => values.get(cell) ?? null);
  return form.rules.flatMap((rule) =>
    sumsOf(rule, { form, values: all, year: null }).filter((sum) =>
      cellsOfSum(sum).every((cell) => values.has(cell)),
    ),
  );
}
