import { cellsOf, findCell, type CellKey, type FormCell } from '../../src/cells.js';
import { forms } from '../../src/forms/index.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { GridRow } from '../reading/grid.js';
import { shortened } from '../../src/text/shortened.js';

/** What a column of a table with many reports holds, beside the cells of the form. */
export type ColumnRole = 'agency' | 'code' | 'year' | 'form' | 'cell' | 'value';

const headings: Readonly<Record<ColumnRole, readonly string[]>> = {
  agency: ['agency', '机关', '机关名称', '行政机关', '行政机关名称', '单位', '单位名称'],
  code: ['code', 'agencycode', '代码', '机关代码', '统一社会信用代码'],
  year: ['year', '年度', '报告年度', '年份'],
  form: ['form', '格式', '统一格式'],
  cell: ['cell', 'key', '格', '格名', '指标'],
  value: ['value', '值', '数值'],
};

const roles = new Map(
  Object.entries(headings).flatMap(([role, names]) => names.map((name) => [name, role as ColumnRole])),
);

const cellKey = /^[a-z]\w*\.[a-z]\w*\.[a-z]\w*$/i;

/** A column that is no part of any form, or stands for one that is there already. */
export interface FaultyColumn {
  readonly heading: string;
  readonly isTwice: boolean;
}

/**
 * The header of a flat table: `wide` has a row a report and a column a cell, `long` a row a cell.
 * Columns are counted from zero.
 */
export interface TableHeader {
  readonly layout: 'wide' | 'long';
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Of a wide table. */
  readonly columnOfKey: ReadonlyMap<CellKey, number>;
  /** A report that has something in one of these is refused: it would be lost. */
  readonly faulty: ReadonlyMap<number, FaultyColumn>;
  readonly width: number;
  readonly problems: readonly Problem[];
}

/** Headers stand at the top, perhaps below a title. */
const searchedRows = 10;

/** The header of a flat table with the rows below it; null when the rows are no such table. */
export function findHeader(
  rows: readonly GridRow[],
): { readonly header: TableHeader; readonly index: number } | null {
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const header = parseHeader(row);
    if (header) return { header, index };
  }
  return null;
}

function parseHeader(row: GridRow): TableHeader | null {
  const columns: Partial<Record<ColumnRole, number>> = {};
  const columnOfKey = new Map<CellKey, number>();
  const faulty = new Map<number, FaultyColumn>();
  const unread: Problem[] = [];
  const faults: Problem[] = [];
  for (const { column, text, at } of row.cells) {
    const heading = text.normalize('NFKC').trim();
    const role = roles.get(heading.toLowerCase());
    const key = keyNamed(heading);
    const isTwice = role ? columns[role] !== undefined : key !== undefined && columnOfKey.has(key);
    if (isTwice) {
      faulty.set(column, { heading, isTwice });
      faults.push(problem('COLUMN_TWICE', twiceMessage(heading), { at }));
    } else if (role) columns[role] = column;
    else if (key !== undefined) columnOfKey.set(key, column);
    else if (cellKey.test(heading)) {
      faulty.set(column, { heading, isTwice });
      faults.push(problem('CELL_UNKNOWN', unknownMessage(heading), { at }));
    } else unread.push(problem('COLUMN_NOT_READ', unreadMessage(heading), { at }));
  }
  const isLong = columns.cell !== undefined && columns.value !== undefined;
  const isWide = columnOfKey.size > 0 || [...faulty.values()].some(({ isTwice }) => !isTwice);
  if ((columns.agency ?? columns.code) === undefined || !(isLong || isWide)) return null;
  const width = 1 + Math.max(...row.cells.map(({ column }) => column));
  const layout = isLong ? 'long' : 'wide';
  return { layout, columns, columnOfKey, faulty, width, problems: [...faults, ...unread] };
}

function keyNamed(heading: string): CellKey | undefined {
  for (const form of forms) {
    const cell = findCell(form, heading);
    if (cell) return cell.key;
  }
  return undefined;
}

const formsOfKeys = new WeakMap<TableHeader, readonly Form[]>();

/** The forms that have every key of the header: usually one, since each form has keys of its own. */
export function formsOfHeader(header: TableHeader): readonly Form[] {
  let known = formsOfKeys.get(header);
  if (!known) {
    const keys = [...header.columnOfKey.keys()];
    known = forms.filter((form) => keys.every((key) => findCell(form, key)));
    formsOfKeys.set(header, known);
  }
  return known;
}

/** A cell of the form and the column of the table that holds it; null where the table has none. */
export type Target = readonly [FormCell, number | null];

const targetsOfHeader = new WeakMap<TableHeader, Map<Form, readonly Target[]>>();

export function targetsOf(header: TableHeader, form: Form): readonly Target[] {
  const byForm = targetsOfHeader.get(header) ?? new Map<Form, readonly Target[]>();
  targetsOfHeader.set(header, byForm);
  const known = byForm.get(form);
  if (known) return known;
  const targets = cellsOf(form).map((cell): Target => [cell, header.columnOfKey.get(cell.key) ?? null]);
  byForm.set(form, targets);
  return targets;
}

/** Cells of the form whose columns stand side by side; `first` is null where the table has none for them. */
export interface ColumnRun {
  readonly count: number;
  readonly first: number | null;
}

const runsOfHeader = new WeakMap<readonly Target[], readonly ColumnRun[]>();

export function columnsOf(header: TableHeader, form: Form): readonly ColumnRun[] {
  const targets = targetsOf(header, form);
  const known = runsOfHeader.get(targets);
  if (known) return known;
  const runs: { count: number; first: number | null }[] = [];
  for (const [, column] of targets) {
    const last = runs.at(-1);
    const next = last && (last.first === null ? null : last.first + last.count);
    if (last && column === next) last.count += 1;
    else runs.push({ count: 1, first: column });
  }
  runsOfHeader.set(targets, runs);
  return runs;
}

function twiceMessage(heading: string): string {
  return `表头中“${heading}”出现了两次，不知道以哪一列为准。后一列有内容的报告没有读入。请只保留一列后重新上传。`;
}

function unknownMessage(heading: string): string {
  return `表头中的“${heading}”不是任何统一格式的格名。这一列有内容的报告没有读入。请核对格名后重新上传。`;
}

function unreadMessage(heading: string): string {
  return `不认识表头中的“${shortened(heading, 30)}”，这一列没有读取。如果它是报表的数，请把表头改为格名（例如 requests.received.total）后重新上传。`;
}
