import { address, type Grid, type GridCell } from '../../importers/reading/grid.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import type { Form, Table } from '../../src/forms/form.js';

/** What a test writes into a cell: a number as typed, a text, or nothing. */
export type Written = string | number | null;

/** A worksheet written as a literal. */
export function sheet(rows: readonly (readonly Written[])[], name = '年报'): Grid {
  return grid('sheet', name, rows);
}

/** A CSV: every line ends where its last field ends. */
export function delimited(rows: readonly (readonly Written[])[]): Grid {
  return grid('delimited', null, rows);
}

/** A report saved as text: tabs part cells where there are any. */
export function savedAsText(text: string): Grid {
  const rows = text.split('\n').map((line) => line.split('\t'));
  const read = grid('text', null, rows);
  return { ...read, rows: read.rows.map((row) => ({ ...row, width: row.width === 1 ? null : row.width })) };
}

function grid(kind: Grid['kind'], name: string | null, rows: readonly (readonly Written[])[]): Grid {
  return {
    name,
    kind,
    hidden: false,
    hiddenColumns: [],
    rows: rows
      .map((fields, row) => ({
        row,
        width: kind === 'sheet' ? null : fields.length,
        cells: fields.flatMap((field, column): GridCell[] => {
          if (field === null || field === '') return [];
          const place = address(row, column);
          const at = kind === 'text' ? `第${row + 1}行` : name === null ? place : `${name}!${place}`;
          return [
            {
              column,
              at,
              text: String(field),
              number: typeof field === 'number' ? String(field) : null,
              lastColumn: column,
            },
          ];
        }),
      }))
      .filter(({ cells }) => cells.length > 0),
  };
}

/** One table as printed, with the labels of 三 in the columns A to C and values from D. */
export function printedTable(table: Table, write: (key: CellKey) => Written): Written[][] {
  if (table.printed === 'oneLine')
    return [
      table.rows.flatMap((row) => [row.label, ...table.columns.slice(1).map(() => null)]),
      table.rows.flatMap(() => table.columns.map(({ label }) => label)),
      table.rows.flatMap((row) => table.columns.map((column) => write(`${table.id}.${row.id}.${column.id}`))),
    ];
  const isWide = table.columns.length > 3;
  const lead = isWide ? [null, null] : [];
  return [
    [table.title],
    ['信息内容', ...lead, ...table.columns.map(({ label }) => label)],
    ...table.rows.map((row) => [
      ...(isWide ? (row.group ? [null, row.group, row.label] : [row.label, null, null]) : [row.label]),
      ...table.columns.map((column) => write(`${table.id}.${row.id}.${column.id}`)),
    ]),
  ];
}

/** A whole report stacked as printed. */
export function printedReport(
  form: Form,
  write: (key: CellKey) => Written,
  title: string | null = null,
): Written[][] {
  return [
    ...(title === null ? [] : [[title]]),
    ...form.sections.flatMap((section) => [
      [`${section.numeral}、${section.title}`],
      ...section.tables.flatMap((table) => printedTable(table, write)),
    ]),
  ];
}

/** A different number for every cell of the form, so that no two can be mistaken for each other. */
export function distinctNumbers(form: Form): ReadonlyMap<CellKey, number> {
  return new Map(cellsOf(form).map(({ key }, index) => [key, 1001 + index * 7]));
}
