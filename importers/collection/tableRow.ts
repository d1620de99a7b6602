import { formById, formForYear, forms } from '../../src/forms/index.js';
import { findCell } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { ReadOptions } from '../draft/draft.js';
import { address, type GridCell, type GridRow } from '../reading/grid.js';
import type { ReportName } from './collectionPart.js';
import { formsOfHeader, type ColumnRole, type TableHeader } from './tableHeader.js';
import { shortened } from '../../src/text/shortened.js';

/** Where a table stands: the name of its sheet or of its file in an archive, as it begins an address. */
export interface TablePlace {
  readonly prefix: string;
}

export function placeIn({ prefix }: TablePlace, row: number, column: number): string {
  return prefix + address(row, column);
}

/** What a row says about whose report it is. */
export interface RowName extends ReportName {
  readonly problems: readonly Problem[];
}

/** The filled cell a row has in a column of the table. */
export function cellIn(row: GridRow, column: number | undefined): GridCell | undefined {
  if (column === undefined) return undefined;
  // Rows of wide tables are mostly filled: the cell often stands at its own index.
  const guess = row.cells[column];
  return guess?.column === column ? guess : row.cells.find((cell) => cell.column === column);
}

export function textIn(row: GridRow, header: TableHeader, role: ColumnRole): string | null {
  const cell = cellIn(row, header.columns[role]);
  return cell ? (cell.number ?? cell.text).trim() : null;
}

const year = /^((?:19|20|21)\d{2})(?:\.0)?\s*(?:年度?)?$/;

export function nameOfRow(header: TableHeader, row: GridRow, place: TablePlace): RowName {
  const { agency, code } = header.columns;
  const at = placeIn(place, row.row, agency ?? code ?? 0);
  const name = textIn(row, header, 'agency');
  const agencyCode = textIn(row, header, 'code');
  const written = textIn(row, header, 'year');
  const found = year.exec(written?.normalize('NFKC') ?? '')?.[1];
  const problems: Problem[] = [];
  if (written !== null && found === undefined)
    problems.push({
      ...problem(
        'YEAR_UNKNOWN',
        `年度一栏写的是“${shortened(written, 20)}”，不是四位数的年份。请改正后重新上传。`,
        { at: placeIn(place, row.row, header.columns.year ?? 0) },
      ),
      severity: 'error',
    });
  return { agency: name ?? agencyCode, agencyCode, year: found ? Number(found) : null, at, problems };
}

/** The form of a report: as written, else the only one that has its cells, else that of the year. */
export function formOfReport(
  header: TableHeader,
  row: GridRow,
  {
    name,
    filled,
    options,
  }: { readonly name: ReportName; readonly filled: () => readonly string[]; readonly options: ReadOptions },
): { readonly form: Form } | { readonly problem: Problem } {
  const written = textIn(row, header, 'form');
  if (written !== null) {
    const form = formById(/\d{4}/.exec(written.normalize('NFKC'))?.[0] ?? '');
    if (form) return { form };
    return unknownForm(name, `格式一栏写的是“${shortened(written, 20)}”，没有这种统一格式`);
  }
  // A table for several years has the columns of several forms: then the year decides.
  const candidates = header.layout === 'wide' ? formsOfHeader(header) : formsWith(filled());
  const byYear = formForYear(options.year ?? name.year ?? 0);
  const [form] = candidates.length === 1 ? candidates : byYear ? [byYear] : onlyOne(formsWith(filled()));
  return form ? { form } : unknownForm(name, '从年度和格名都看不出是哪一年的统一格式');
}

function formsWith(keys: readonly string[]): Form[] {
  return forms.filter((form) => keys.every((key) => findCell(form, key)));
}

function onlyOne(found: readonly Form[]): readonly Form[] {
  return found.length === 1 ? found : [];
}

function unknownForm({ at }: ReportName, what: string): { problem: Problem } {
  return {
    problem: problem(
      'FORM_UNKNOWN',
      `${at}：${what}，这份报告没有读入。请填写年度或格式（2019、2021）后重新上传。`,
      { at },
    ),
  };
}

export function isSameReport(one: ReportName, other: ReportName): boolean {
  return one.agency === other.agency && one.agencyCode === other.agencyCode && one.year === other.year;
}
