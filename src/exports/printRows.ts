import type { Form, Row, Table } from '../forms/form.js';
import type { PrintedCell } from './printedForm.js';

/** A to C hold the labels of a row, its group and the heading over the groups. */
const labelColumns = 3;
/** The few values of a block of 二 are given this many columns each. */
const blockSpan = 3;
/** Tables with more columns are 三 and its kind: a column a value. */
const mostBlockColumns = 3;

/** A table printed a row a line, with its head. */
export function printRows(form: Form, table: Table, top: number): PrintedCell[] {
  return table.columns.length > mostBlockColumns ? printApplicants(form, table, top) : printBlock(table, top);
}

/** 第二十条第（一）项: the block heading, 信息内容 and the columns, then a line a row. */
function printBlock(table: Table, top: number): PrintedCell[] {
  const place = (index: number) => {
    const column = labelColumns + index * blockSpan;
    return { column, lastColumn: column + blockSpan - 1 };
  };
  const line = (row: number) => ({ row, lastRow: row });
  const labels = { column: 0, lastColumn: labelColumns - 1 };
  const last = place(mostBlockColumns - 1).lastColumn;
  return [
    { ...line(top), column: 0, lastColumn: last, kind: 'block', text: table.title },
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

/** 三: the head in three lines, the labels in up to three columns, seven values a line. */
function printApplicants(form: Form, table: Table, top: number): PrintedCell[] {
  const first = top + 3;
  return [
    ...applicantHead(form, table, top),
    ...table.rows.flatMap((row, number): PrintedCell[] => [
      rowLabel(row, first + number),
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
  const last = labelColumns + table.columns.length - 1;
  const head = (
    row: number,
    lastRow: number,
    column: number,
    lastColumn: number,
    text: string,
  ): PrintedCell => ({
    ...{ row, lastRow, column, lastColumn, text },
    kind: 'head',
  });
  const [person, ...others] = table.columns;
  const organizations = others.slice(0, -1);
  return [
    head(top, top + 2, 0, labelColumns - 1, form.cornerNote),
    head(top, top, labelColumns, last - 1, '申请人情况'),
    head(top, top + 2, last, last, others.at(-1)?.label ?? ''),
    head(top + 1, top + 2, labelColumns, labelColumns, person?.label ?? ''),
    head(top + 1, top + 1, labelColumns + 1, last - 1, '法人或其他组织'),
    ...organizations.map(({ label }, index) =>
      head(top + 2, top + 2, labelColumns + 1 + index, labelColumns + 1 + index, label),
    ),
  ];
}

/** 一、二 and 四 take all label columns; （一） two; 1. one, beside its group. */
function rowLabel(row: Row, line: number): PrintedCell {
  const column = row.group === undefined ? 0 : isOverGroups(row.group) ? 1 : 2;
  return { row: line, lastRow: line, column, lastColumn: labelColumns - 1, kind: 'label', text: row.label };
}

/** （三）不予公开 beside its rows, and 三、本年度办理结果 beside all of them. */
function groupLabels(table: Table, first: number): PrintedCell[] {
  const labels: PrintedCell[] = [];
  const span = (column: number, text: string, rows: readonly number[]) =>
    labels.push({
      row: first + Math.min(...rows),
      lastRow: first + Math.max(...rows),
      ...{ column, lastColumn: column, kind: 'label', text },
    });
  const indices = (belongs: (row: Row) => boolean) =>
    table.rows.flatMap((row, index) => (belongs(row) ? [index] : []));
  for (const group of new Set(table.rows.map((row) => row.group)))
    if (group !== undefined)
      if (isOverGroups(group))
        span(
          0,
          group,
          indices((row) => row.group !== undefined),
        );
      else
        span(
          1,
          group,
          indices((row) => row.group === group),
        );
  return labels;
}

/** 三、本年度办理结果 stands over （一） to （七）. */
function isOverGroups(group: string): boolean {
  return /^[一二三四五六]、/.test(group);
}
