import type { Table } from '../../src/forms/form.js';
import { isBlankMark, looksLikeValue } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { columnIndex } from './columnIndex.js';
import type { Line } from './line.js';

/** Lines with a label and numbers that stand among the rows of a table and are no row of the form. */
export function unknownRows(
  table: Table,
  rows: readonly BoundRow[],
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
): { line: Line; label: string }[] {
  const own = new Set(rows.map(({ line }) => line));
  const first = belowHead(
    table,
    lines,
    rowLines,
    lines.findIndex((line) => own.has(line)),
  );
  if (first < 0) return [];
  const last = lines.findLastIndex((line) => own.has(line));
  const found: { line: Line; label: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < first || own.has(line)) continue;
    const isPast = index > last;
    if (isPast && (rowLines.has(line) || line.grid !== lines[last]?.grid || isHead(table, line))) break;
    if (rowLines.has(line)) continue;
    const label = labelOf(line);
    if (label !== null) found.push({ line, label });
    else if (isPast) break;
  }
  return found;
}

/** The line below the head of a table: a foreign row may stand before the first row of the form. */
function belowHead(table: Table, lines: readonly Line[], rowLines: ReadonlySet<Line>, first: number): number {
  let top = first;
  for (let index = first - 1; index >= 0; index--) {
    const line = lines[index];
    if (!line || line.grid !== lines[first]?.grid || rowLines.has(line)) break;
    if (isHead(table, line)) return top;
    top = index;
  }
  return first;
}

function labelOf(line: Line): string | null {
  const [first] = line.cells;
  const hasNumber = line.cells.some((cell) => looksLikeValue(cell) && !isBlankMark(cell.text));
  if (!first || !hasNumber) return null;
  const label = line.cells.find((cell) => !looksLikeValue(cell));
  if (label && label.text.trim().length > 80) return null;
  return label?.text ?? '';
}

function isHead(table: Table, line: Line): boolean {
  return line.cells.some((cell) => columnIndex(table).find(cell.text));
}
