import type { Form, Row, Table } from '../../forms/form.js';
import { columnCount } from './columnCount.js';
import type { PrintedCell, Span } from './printedCell.js';

/** Tables with more columns are 三 and its kind: a column a value, labels in the columns before. */
const mostBlockColumns = 3;
/** In a block of 二 the label takes this many columns, and the values share the others. */
const blockLabelColumns = 6;
/** In 三: 三、本年度办理结果 in the first column, （三）不予公开 in the next two, 1. in those that remain. */
const groupColumn = 1;
const rowColumn = 3;

/** A table printed a row a line, with its head. */
export function printRows(form: Form, table: Table, top: number): PrintedCell[] {
  return table.columns.length > mostBlockColumns ? printApplicants(form, table, top) : printBlock(table, top);
}

/** 第二十条第（一）项: the block heading, 信息内容 and the columns, then a line a row. */
function printBlock(table: Table, top: number): PrintedCell[] {
  const start = (index: number) =>
    blockLabelColumns + Math.floor((index * (columnCount - blockLabelColumns)) / table.columns.length);
  const place = (index: number) => ({ column: start(index), lastColumn: start(index + 1) - 1 });
  const line = (row: number) => ({ row, lastRow: row });
  const labels = { column: 0, lastColumn: blockLabelColumns - 1 };
  return [
    { ...line(top), column: 0, lastColumn: columnCount - 1, kind: 'block', text: table.title },
    { ...line(top + 1), ...labels, kind: 'head', text: '信息内容' },
    ...table.columns.map((column, index): PrintedCell => ({
      ...line(top + 1),
      ...place(index),
      kind: 'head',
      text: column.label,
    })),
    ...table.rows.flatMap((row, number): PrintedCell[] => [
      { ...line(top + 2 + number), ...labels, kind: 'label', text: row.label },
      ...table.columns.map((column, index): PrintedCell => ({
        ...line(top + 2 + number),
        ...place(index),
        kind: 'value',
        text: '',
        key: `${table.id}.${row.id}.${column.id}`,
      })),
    ]),
  ];
}

/** 三: the head in three lines, labels beside their groups, seven values a line. */
function printApplicants(form: Form, table: Table, top: number): PrintedCell[] {
  const first = top + 3;
  const labelColumns = labelColumnsOf(table);
  return [
    ...applicantHead(form, table, top),
    ...table.rows.flatMap((row, number): PrintedCell[] => [
      rowLabel(row, first + number, labelColumns),
      ...table.columns.map((column, index): PrintedCell => ({
        row: first + number,
        lastRow: first + number,
        column: labelColumns + index,
        lastColumn: labelColumns + index,
        kind: 'value',
        text: '',
        key: `${table.id}.${row.id}.${column.id}`,
      })),
    ]),
    ...groupLabels(table, first),
  ];
}

/** 申请人情况 over 自然人 and 法人或其他组织, and 总计 beside them. */
function applicantHead(form: Form, table: Table, top: number): PrintedCell[] {
  const labelColumns = labelColumnsOf(table);
  const last = columnCount - 1;
  const head = ([row, lastRow]: Span, [column, lastColumn]: Span, text: string): PrintedCell => ({
    row,
    lastRow,
    column,
    lastColumn,
    text,
    kind: 'head',
  });
  const [person, ...others] = table.columns;
  const organizations = others.slice(0, -1);
  return [
    head([top, top + 2], [0, labelColumns - 1], form.cornerNote),
    head([top, top], [labelColumns, last - 1], '申请人情况'),
    head([top, top + 2], [last, last], others.at(-1)?.label ?? ''),
    head([top + 1, top + 2], [labelColumns, labelColumns], person?.label ?? ''),
    head([top + 1, top + 1], [labelColumns + 1, last - 1], '法人或其他组织'),
    ...organizations.map(({ label }, index) =>
      head([top + 2, top + 2], [labelColumns + 1 + index, labelColumns + 1 + index], label),
    ),
  ];
}

function labelColumnsOf(table: Table): number {
  return columnCount - table.columns.length;
}

/** 一、二 and 四 take all label columns; （一） all but the first; 1. stands beside its group. */
function rowLabel({ group, label }: Row, line: number, labelColumns: number): PrintedCell {
  const column = group === undefined ? 0 : isOverGroups(group) ? groupColumn : rowColumn;
  return { row: line, lastRow: line, column, lastColumn: labelColumns - 1, kind: 'label', text: label };
}

/** （三）不予公开 beside its rows, and 三、本年度办理结果 beside all of them. */
function groupLabels(table: Table, first: number): PrintedCell[] {
  const labels: PrintedCell[] = [];
  const span = (column: number, lastColumn: number, text: string, rows: readonly number[]) =>
    labels.push({
      row: first + Math.min(...rows),
      lastRow: first + Math.max(...rows),
      column,
      lastColumn,
      kind: 'group',
      text,
    });
  const indices = (belongs: (row: Row) => boolean) =>
    table.rows.flatMap((row, index) => (belongs(row) ? [index] : []));
  for (const group of new Set(table.rows.map((row) => row.group))) {
    if (group === undefined) continue;
    if (isOverGroups(group))
      span(
        0,
        groupColumn - 1,
        group,
        indices((row) => row.group !== undefined),
      );
    else
      span(
        groupColumn,
        rowColumn - 1,
        group,
        indices((row) => row.group === group),
      );
  }
  return labels;
}

/** 三、本年度办理结果 stands over （一） to （七）. */
function isOverGroups(group: string): boolean {
  return /^[一二三四五六]、/.test(group);
}
