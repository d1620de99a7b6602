import type { FormCell } from '../cells.js';

/** 「三、收到和处理政府信息公开申请情况」 or 「二、主动公开政府信息情况 第二十条第（一）项」. */
export function tableName({ section, table }: Pick<FormCell, 'section' | 'table'>): string {
  const heading = `${section.numeral}、${section.title}`;
  return table.title === heading ? `「${heading}」` : `「${heading} ${table.title}」`;
}

/** The printed label of a row with its group: “（三）不予公开·1.属于国家秘密”. */
export function rowName({ row }: Pick<FormCell, 'row'>): string {
  return `“${row.group && !row.group.startsWith('三、') ? `${row.group}·` : ''}${row.label}”`;
}

export function columnName({ column }: Pick<FormCell, 'column'>): string {
  return `“${column.label}”`;
}

/** Table, row and column of one cell as printed. */
export function cellName(cell: FormCell): string {
  return `${tableName(cell)}${rowName(cell)}行${columnName(cell)}列`;
}

/** What several cells share: their row, their column, or only their table. */
export function sharedPlace(cells: readonly FormCell[]): string {
  const [first, ...others] = cells;
  if (!first) return '';
  if (others.length === 0) return cellName(first);
  if (others.every((cell) => cell.table === first.table && cell.row === first.row))
    return `${tableName(first)}${rowName(first)}行`;
  if (others.every((cell) => cell.table === first.table && cell.column === first.column))
    return `${tableName(first)}${columnName(first)}列`;
  return tableName(first);
}
