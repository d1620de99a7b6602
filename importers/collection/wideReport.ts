import { findCell, type CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problem.js';
import type { DraftCell, ReadOptions, ReportDraft } from '../draft.js';
import type { GridCell, GridRow } from '../grid.js';
import { fillBlanks } from '../match/fillBlanks.js';
import { readNumber } from '../readNumber.js';
import { targetsOf, type TableHeader } from './tableHeader.js';
import { formOfReport, nameOfRow, placeIn, type TablePlace } from './tableRow.js';

const absent: DraftCell = { value: null, raw: null, at: null };

/** Reads a row that is a report. */
export function wideReport(
  header: TableHeader,
  row: GridRow,
  place: TablePlace,
  options: ReadOptions,
): { readonly report: ReportDraft } | { readonly problem: Problem } {
  const name = nameOfRow(header, row, place);
  const cellAt: (GridCell | undefined)[] = [];
  for (const cell of row.cells) cellAt[cell.column] = cell;
  const filled = [...header.columnOfKey].filter(([, column]) => cellAt[column]).map(([key]) => key);
  const chosen = formOfReport(header, row, name, filled, options);
  if ('problem' in chosen) return chosen;
  const { form } = chosen;
  const problems: Problem[] = [...name.problems, ...strayCells(header, row, place, filled, form)];
  const cells: Record<CellKey, DraftCell> = {};
  const lost = new Set<CellKey>();
  for (const [target, column] of targetsOf(header, form)) {
    const { key } = target;
    const cell = column === null ? undefined : cellAt[column];
    if (cell) {
      const read = readNumber(cell, target, null);
      cells[key] = { value: read.value, raw: read.raw, at: cell.at };
      problems.push(...read.problems);
    } else if (column === null || isCutOff(row, column)) {
      cells[key] = absent;
      lost.add(key);
    } else cells[key] = { value: null, raw: null, at: placeIn(place, row.row, column) };
  }
  problems.push(...lostCells(header, row, name.at));
  for (const found of problems)
    if (found.cell !== undefined && found.severity === 'error') lost.add(found.cell);
  return {
    report: {
      form: form.id,
      year: name.year,
      agency: name.agency,
      agencyCode: name.agencyCode,
      at: name.at,
      cells: options.blanksAreZero
        ? Object.fromEntries(fillBlanks(form, new Map(Object.entries(cells)), lost))
        : cells,
      sections: [],
      problems,
    },
  };
}

/** In a delimited file a line that ends early has lost its tail. */
function isCutOff(row: GridRow, column: number): boolean {
  return row.width !== null && column >= row.width;
}

function lostCells({ columnOfKey }: TableHeader, row: GridRow, at: string): Problem[] {
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
  place: TablePlace,
  filled: readonly CellKey[],
  form: Form,
): Problem[] {
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
  for (const key of filled)
    if (!findCell(form, key)) {
      const at = placeIn(place, row.row, header.columnOfKey.get(key) ?? 0);
      const message = `${at}：${form.id} 年统一格式里没有“${key}”这一格。请核对年度、格式和格名，或清空这一格后重新上传。`;
      problems.push(problem('CELL_UNKNOWN', message, { at }));
    }
  return problems;
}
