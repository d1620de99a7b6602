import type { Row, Table } from '../../src/forms/form.js';
import { isBlankMark, looksLikeValue } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { columnIndex } from './columnIndex.js';
import { labelStem, similarity } from './labels.js';
import type { Line } from './line.js';

/**
 * Rows that lost their label, found by their place: between two neighbours stand exactly as many
 * lines without a label of their own as the form has rows there.
 */
export function findLostLabels(table: Table, bound: readonly BoundRow[], lines: readonly Line[]): BoundRow[] {
  const inOrder = [...bound].sort(
    (left, right) => table.rows.indexOf(left.row) - table.rows.indexOf(right.row),
  );
  const place = new Map(lines.map((line, index) => [line, index]));
  const found = lostAtTop(table, inOrder[0], lines, place);
  inOrder.forEach((before, index) => {
    const after = inOrder[index + 1];
    if (!after || before.line.grid !== after.line.grid) return;
    const missing = table.rows.slice(table.rows.indexOf(before.row) + 1, table.rows.indexOf(after.row));
    if (missing.length === 0) return;
    const between = lines
      .slice((place.get(before.line) ?? 0) + 1, place.get(after.line) ?? 0)
      .filter((line) => line.cells.some(isNumber));
    if (between.length !== missing.length) return;
    const pairs = missing.map((row, position) => ({ row, line: between[position] }));
    if (!pairs.every(({ row, line }) => line && hasNoOwnLabel(line, row))) return;
    for (const { row, line } of pairs)
      if (line) found.push({ table, row, line, label: null, likeness: 'similar' });
  });
  return found;
}

/** A table's head is at most this many lines above its first row. */
const searchedLines = 6;

/** The first rows, between the head of the table and the first row that kept its label. */
function lostAtTop(
  table: Table,
  first: BoundRow | undefined,
  lines: readonly Line[],
  place: ReadonlyMap<Line, number>,
): BoundRow[] {
  const missing = first ? table.rows.slice(0, table.rows.indexOf(first.row)) : [];
  if (!first || first.line.spaced || missing.length === 0) return [];
  const end = place.get(first.line) ?? 0;
  const above = lines
    .slice(Math.max(0, end - missing.length - searchedLines), end)
    .filter((line) => line.grid === first.line.grid);
  const head = above.findLastIndex(
    (line) =>
      line.cells.filter((cell) => columnIndex(table).find(cell.text)).length >=
      Math.min(2, table.columns.length),
  );
  const between = head < 0 ? [] : above.slice(head + 1).filter((line) => line.cells.some(isNumber));
  // All its values stand there: a total or a note above the table has other columns.
  const areRows = between.every((line) => line.cells.filter(looksLikeValue).length === table.columns.length);
  if (between.length !== missing.length || !areRows) return [];
  const pairs = missing.map((row, position) => ({ row, line: between[position] }));
  if (!pairs.every(({ row, line }) => line && hasNoOwnLabel(line, row))) return [];
  return pairs.flatMap(({ row, line }) =>
    line ? [{ table, row, line, label: null, likeness: 'similar' as const }] : [],
  );
}

/** The column after which the values of a row can stand. */
export function labelEnd({ label, line }: BoundRow): number {
  if (label) return label.lastColumn;
  const texts = line.cells.filter((cell) => !looksLikeValue(cell));
  return Math.max(-1, ...texts.map((cell) => cell.lastColumn));
}

/** Blank, or only the heading of its group: （四）无法提供 92 1 0 … */
function hasNoOwnLabel(line: Line, row: Row): boolean {
  const group = row.group === undefined ? null : labelStem(row.group);
  return line.cells
    .filter((cell) => !looksLikeValue(cell))
    .every((cell) => {
      const stem = labelStem(cell.text);
      return stem === '' || (group !== null && similarity(stem, group) >= 0.75);
    });
}

function isNumber(cell: Line['cells'][number]): boolean {
  return looksLikeValue(cell) && !isBlankMark(cell.text);
}
