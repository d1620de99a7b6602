import { cellsOf, type CellKey, type FormCell } from '../../cells.js';
import type { Form } from '../../forms/form.js';

/** A heading over one or more columns of the 汇总表, counted from zero. */
export interface Heading {
  readonly column: number;
  readonly lastColumn: number;
  readonly text: string;
}

/** Who a line is of stands before its numbers. */
export const leadingColumns = ['代码', '机关名称', '年度'] as const;

/**
 * The head of a 汇总表 for one form, a line a level as printed: part of the report, table, group of rows, row,
 * column, and the name of each cell, by which the table can be imported again.
 */
export interface SummaryHeader {
  readonly levels: readonly (readonly Heading[])[];
  readonly keys: readonly CellKey[];
}

export function summaryHeader(form: Form): SummaryHeader {
  const cells = cellsOf(form);
  const levels: ((cell: FormCell) => string)[] = [
    ({ section }) => `${section.numeral}、${section.title}`,
    ({ section, table }) => (table.title === `${section.numeral}、${section.title}` ? '' : table.title),
    ({ row }) => row.group ?? '',
    ({ row }) => row.label,
    ({ column }) => (column.label.includes(column.unit) ? column.label : `${column.label}（${column.unit}）`),
  ];
  return {
    levels: levels.map((textOf, level) =>
      spans(cells, (cell) => levels.slice(0, level + 1).map((each) => each(cell)), textOf),
    ),
    keys: cells.map(({ key }) => key),
  };
}

/** Neighbours that share a heading and everything above it stand under one. */
function spans(
  cells: readonly FormCell[],
  nameOf: (cell: FormCell) => readonly string[],
  textOf: (cell: FormCell) => string,
): Heading[] {
  const headings: { column: number; lastColumn: number; text: string; name: string }[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = leadingColumns.length + index;
    const name = nameOf(cell).join('\n');
    const last = headings.at(-1);
    if (last?.name === name) last.lastColumn = column;
    else headings.push({ column, lastColumn: column, text: textOf(cell), name });
  }
  return headings.filter(({ text }) => text !== '');
}
