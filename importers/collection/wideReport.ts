import { cellsOf, findCell, type CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { DraftCell, ReadOptions, ReportDraft } from '../draft/draft.js';
import type { GridCell, GridRow } from '../reading/grid.js';
import { fillBlanks } from '../match/fillBlanks.js';
import { packColumns, unpackReport } from '../reading/packedCells.js';
import { packedRun, packPlaces, type PackedPlaces } from '../reading/packPlaces.js';
import { readNumber } from '../draft/readNumber.js';
import { columnsOf, formsOfHeader, targetsOf, type TableHeader } from './tableHeader.js';
import { formOfReport, nameOfRow, placeIn, type TablePlace } from './tableRow.js';
import { isSignature, isTotal, signatureRow, totalRow } from './totalRow.js';

/** Reads a row that is a report; the sums at the bottom are none. */
export function wideReport(
  header: TableHeader,
  row: GridRow,
  place: TablePlace,
  options: ReadOptions,
): { readonly report: ReportDraft } | { readonly problem: Problem } {
  const name = nameOfRow(header, row, place);
  if (isTotal(name)) return { problem: totalRow(row, place) };
  if (isSignature(row)) return { problem: signatureRow(row, place) };
  const cellAt: (GridCell | undefined)[] = [];
  for (const cell of row.cells) cellAt[cell.column] = cell;
  const filled = () => [...header.columnOfKey].filter(([, column]) => cellAt[column]).map(([key]) => key);
  const chosen = formOfReport(header, row, { name, filled, options });
  if ('problem' in chosen) return chosen;
  const { form } = chosen;
  const problems: Problem[] = [...name.problems, ...strayCells(header, row, { place, filled, form })];
  const values: (string | null)[] = [];
  const raws: (string | null)[] = [];
  const lost = new Set<CellKey>();
  for (const [target, column] of targetsOf(header, form)) {
    const cell = column === null ? undefined : cellAt[column];
    if (!cell && (column === null || isCutOff(row, column))) lost.add(target.key);
    const read = cell && readNumber(cell, target, null);
    values.push(read?.value ?? null);
    raws.push(read?.raw ?? null);
    if (read && read.problems.length > 0) problems.push(...read.problems);
  }
  problems.push(...lostCells(header, row, name.at));
  const places = placesOf(header, form, row, place);
  const { year, agency, agencyCode, at } = name;
  const report = unpackReport({
    form: form.id,
    year,
    agency,
    agencyCode,
    at,
    sections: [],
    unread: uncertainCells(header, row, cellAt, form),
    problems,
    packed: packColumns(values, raws, places),
  });
  if (!options.blanksAreZero) return { report };
  for (const found of problems)
    if (found.cell !== undefined && found.severity === 'error') lost.add(found.cell);
  const cells = fillBlanks(form, cellsIn(form, report), lost);
  return { report: { ...report, cells: Object.fromEntries(cells) } };
}

function cellsIn(form: Form, { cells }: ReportDraft): Map<CellKey, DraftCell> {
  return new Map(cellsOf(form).flatMap(({ key }) => (cells[key] ? [[key, cells[key]]] : [])));
}

/** The places of its cells. In rows as long as the header only the line differs. */
function placesOf(header: TableHeader, form: Form, row: GridRow, place: TablePlace): PackedPlaces {
  const at = (column: number | null) => (column === null ? null : placeIn(place, row.row, column));
  if (!isCutOff(row, header.width - 1))
    return columnsOf(header, form).map(({ count, first }) => packedRun(count, at(first)));
  const columns = targetsOf(header, form).map(([, column]) => column);
  return packPlaces(columns.map((column) => (column === null || isCutOff(row, column) ? null : at(column))));
}

/** Cells whose column stands twice, or all of them when the row is longer than its header and may be shifted. */
function uncertainCells(
  { columnOfKey, faulty, width }: TableHeader,
  row: GridRow,
  cellAt: readonly (GridCell | undefined)[],
  form: Form,
): CellKey[] {
  const isShifted = (row.cells.at(-1)?.column ?? 0) >= width;
  const twice = [...faulty].flatMap(([column, { heading, isTwice }]) =>
    isTwice && cellAt[column] ? [heading] : [],
  );
  return (isShifted ? [...columnOfKey.keys()] : twice).flatMap((key) => findCell(form, key)?.key ?? []);
}

/** In a delimited file a line that ends early has lost its tail. */
function isCutOff(row: GridRow, column: number): boolean {
  return row.width !== null && column >= row.width;
}

function lostCells({ columnOfKey, width }: TableHeader, row: GridRow, at: string): Problem[] {
  if (!isCutOff(row, width - 1)) return [];
  const columns = [...columnOfKey].filter(([, column]) => isCutOff(row, column));
  const [first] = columns;
  if (!first) return [];
  return [
    problem(
      'VALUE_LOST',
      `第${row.row + 1}行只有 ${row.width} 列，比表头少：从 ${first[0]} 起的 ${columns.length} 格没有读到，按空白处理。请补齐后重新上传。`,
      { at },
    ),
  ];
}

/** What stands in columns that are not of the form: a report that has such is refused, not cut short. */
function strayCells(
  header: TableHeader,
  row: GridRow,
  {
    place,
    filled,
    form,
  }: { readonly place: TablePlace; readonly filled: () => readonly CellKey[]; readonly form: Form },
): Problem[] {
  const isWithinHeader = header.faulty.size === 0 && (row.cells.at(-1)?.column ?? 0) < header.width;
  if (isWithinHeader && formsOfHeader(header).includes(form)) return [];
  const problems: Problem[] = [];
  for (const { column, at } of row.cells) {
    const fault = header.faulty.get(column);
    if (fault)
      problems.push(
        problem(
          fault.isTwice ? 'COLUMN_TWICE' : 'CELL_UNKNOWN',
          `${at}：“${fault.heading}”一列${fault.isTwice ? '在表头中出现两次' : '不是统一格式的格'}，这份报告没有导入。请改正表头后重新上传。`,
          { at },
        ),
      );
    else if (column >= header.width) {
      const message = `第${row.row + 1}行比表头多，各数可能错列（例如名称里有未加引号的逗号），这份报告没有导入。请核对后重新上传。`;
      return [problem('AMBIGUOUS_ROW', message, { at })];
    }
  }
  for (const key of filled())
    if (!findCell(form, key)) {
      const at = placeIn(place, row.row, header.columnOfKey.get(key) ?? 0);
      const message = `${at}：${form.id} 年统一格式里没有“${key}”这一格。请核对年度、格式和格名，或清空这一格后重新上传。`;
      problems.push(problem('CELL_UNKNOWN', message, { at }));
    }
  return problems;
}
