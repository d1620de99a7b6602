import { formatValue, parseValue, type FormCell } from '../../src/cells.js';
import { tableName } from '../../src/checks/place.js';
import type { Row, Table } from '../../src/forms/form.js';
import { problem } from '../../src/problems/problem.js';
import { readNumber } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { labelStem, similarity } from './labels.js';
import { hasValuesAfter, type Line } from './line.js';
import type { Reading } from './Reading.js';
import type { PlacedRow } from './valueColumns.js';

/** A group of rows that a file writes as one row: （六）其他处理, as form 2019 has it, in a report of form 2021. */
export interface UndividedGroup {
  readonly rows: readonly Row[];
  /** Its line, bound to the first row of the group. */
  readonly bound: BoundRow;
}

const leastSimilarity = 0.75;

/** Groups none of whose rows were found, but a line of their name with values. */
export function undividedGroups(
  table: Table,
  bound: readonly BoundRow[],
  lines: readonly Line[],
): UndividedGroup[] {
  const found = new Set(bound.map(({ row }) => row.id));
  const taken = new Set(bound.map(({ line }) => line));
  const grids = new Set(bound.map(({ line }) => line.grid));
  const groups = new Map<string, Row[]>();
  for (const row of table.rows)
    if (row.group !== undefined) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].flatMap(([group, rows]) => {
    const [row] = rows;
    if (!row || rows.length < 2 || rows.some(({ id }) => found.has(id))) return [];
    for (const line of lines) {
      if (taken.has(line) || line.spaced || !grids.has(line.grid)) continue;
      const label = line.cells.findLast((cell) => cell.number === null && isNameOf(group, cell.text));
      if (label && hasValuesAfter(line, label.lastColumn))
        return [{ rows, bound: { table, row, line, label, likeness: 'printed' as const } }];
    }
    return [];
  });
}

function isNameOf(group: string, text: string): boolean {
  const stem = labelStem(text);
  return stem.length > 2 && stem.length < 30 && similarity(stem, labelStem(group)) >= leastSimilarity;
}

/**
 * All zeros mean that every row of the group is 0. Otherwise nobody knows which row has how many: they stay blank,
 * and the sums are told.
 */
export function readUndivided(reading: Reading, { rows, bound }: UndividedGroup, placed: PlacedRow): void {
  reading.tableLines.add(bound.line);
  const targets = rows.map((row) => reading.cellsIn(bound.table, row));
  const [first = []] = targets;
  const [place] = first;
  const sums = first.map((target, index) => sumIn(placed, target, index));
  const isZero = sums.length > 0 && sums.every((sum) => sum === '0');
  const group = bound.row.group ?? '';
  for (const cells of targets)
    if (isZero)
      cells.forEach((target, index) =>
        reading.cells.set(target.key, { value: '0', raw: '0', at: placed.cells[index]?.at ?? null }),
      );
    else reading.lose(cells);
  if (!place) return;
  const where = `${tableName(place)}“${group}”`;
  const said = first.map(({ column }, index) => `${column.label} ${sums[index] ?? '空白'}`).join('，');
  const found = problem(
    'ROW_NOT_SPLIT',
    isZero
      ? `${where}在文件里是一行，各列都是 0，它的 ${rows.length} 行都读作 0。`
      : `${where}在文件里是一行（${said}），统一格式分为 ${rows.length} 行，不能确定各行多少，按空白处理。请分行补填。`,
    { cell: place.key, at: bound.label?.at },
  );
  reading.problems.push(isZero ? { ...found, severity: 'info' } : found);
  if (!isZero)
    for (const target of targets.flat().slice(1))
      reading.problems.push({
        ...problem('ROW_NOT_SPLIT', `${where}没有分行，这一格按空白处理。`, { cell: target.key }),
        severity: 'info',
      });
}

function sumIn({ cells, isAmbiguous }: PlacedRow, target: FormCell, index: number): string | null {
  const cell = cells[index];
  if (!cell || isAmbiguous) return null;
  const { value } = readNumber(cell, target, null);
  const parsed = value === null ? null : parseValue(target.column, value);
  return parsed && 'value' in parsed ? formatValue(target.column, parsed.value) : null;
}
