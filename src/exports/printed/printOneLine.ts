import type { Table } from '../../forms/form.js';
import type { PrintedCell, Span } from './printedCell.js';

/**
 * 四: the rows of the table side by side under a head of three lines. A row without a group has its
 * columns right below its name; rows of one group share the first line.
 */
export function printOneLine(table: Table, top: number): PrintedCell[] {
  const size = table.columns.length;
  const cells: PrintedCell[] = [];
  const head = ([row, lastRow]: Span, [column, lastColumn]: Span, text: string) =>
    cells.push({ row, lastRow, column, lastColumn, kind: 'head', text });
  const groups = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    const column = index * size;
    if (row.group === undefined) head([top, top], [column, column + size - 1], row.label);
    else {
      groups.set(row.group, [...(groups.get(row.group) ?? []), index]);
      head([top + 1, top + 1], [column, column + size - 1], row.label);
    }
    table.columns.forEach(({ id, label }, offset) => {
      head([row.group === undefined ? top + 1 : top + 2, top + 2], [column + offset, column + offset], label);
      cells.push({
        row: top + 3,
        lastRow: top + 3,
        column: column + offset,
        lastColumn: column + offset,
        kind: 'value',
        text: '',
        key: `${table.id}.${row.id}.${id}`,
      });
    });
  });
  for (const [group, indices] of groups)
    head([top, top], [Math.min(...indices) * size, (Math.max(...indices) + 1) * size - 1], group);
  return cells;
}
