import { cellsOf, formatValue, type CellKey } from '../../src/cells.js';
import { formForYear } from '../../src/forms/index.js';
import { validValues, withCells } from './drafts.js';

/** One report of a flat table. */
export interface TableReport {
  readonly code?: string;
  readonly name?: string;
  readonly year: number;
  readonly cells?: Readonly<Record<CellKey, string | null>>;
  readonly seed?: number;
}

/** The values of a report as a table writes them, blank where there is none. */
export function tableValues({
  year,
  cells = {},
  seed = 1,
}: TableReport): readonly (readonly [CellKey, string])[] {
  const form = formForYear(year);
  if (!form) throw new Error(`no form for ${year}`);
  const values = withCells(form, validValues(form, seed), cells);
  return cellsOf(form).map(({ key, column, position }) => {
    const value = values[position] ?? null;
    return [key, value === null ? '' : formatValue(column, value)];
  });
}

/** A table with a row a report and a column a cell. */
export function wideCsv(reports: readonly TableReport[], delimiter = ','): string {
  const keys = tableValues(reports[0] ?? { year: 2024 }).map(([key]) => key);
  return [
    ['代码', '机关名称', '年度', ...keys],
    ...reports.map((report) => [
      ...[report.code ?? '', report.name ?? '', String(report.year)],
      ...tableValues(report).map(([, value]) => value),
    ]),
  ]
    .map((fields) => `${fields.join(delimiter)}\r\n`)
    .join('');
}

/** A table with a row a cell. */
export function longCsv(reports: readonly TableReport[]): string {
  const rows = reports.flatMap((report) =>
    tableValues(report).map(([key, value]) => `${report.name ?? ''},${report.year},${key},${value}`),
  );
  return ['机关,年度,指标,值', ...rows].map((row) => `${row}\n`).join('');
}
