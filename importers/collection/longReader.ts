import { cellsOf, findCell, type CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import type { DraftCell, ReadOptions } from '../draft/draft.js';
import type { GridCell, GridRow } from '../reading/grid.js';
import { fillBlanks } from '../match/fillBlanks.js';
import { readNumber } from '../draft/readNumber.js';
import type { TableHeader } from './tableHeader.js';
import { nothing, type TableReader, type TableReports } from './tableReports.js';
import {
  cellIn,
  formOfReport,
  isSameReport,
  nameOfRow,
  placeIn,
  type RowName,
  type TablePlace,
} from './tableRow.js';
import { shortened } from '../../src/text/shortened.js';

interface Entry {
  /** As it is written there: most are keys. */
  readonly key: string;
  readonly keyAt: string;
  /** null where the value is blank. */
  readonly value: GridCell | null;
  readonly valueAt: string;
}

interface OpenReport {
  readonly name: RowName;
  readonly row: GridRow;
  readonly entries: Entry[];
}

/** Reads a table with a row a cell, in which the rows of a report stand together. */
export function longReader(header: TableHeader, place: TablePlace, options: ReadOptions): TableReader {
  let open: OpenReport | null = null;

  function close(): TableReports {
    const closed = open;
    open = null;
    return closed ? longReport(header, closed, options) : nothing;
  }

  return {
    take(row) {
      if (row.cells.length === 0) return nothing;
      const name = nameOfRow(header, row, place);
      const finished = open && !isSameReport(open.name, name) ? close() : nothing;
      open ??= { name, row, entries: [] };
      open.entries.push(entryOf(header, row, place));
      return finished;
    },
    finish: close,
  };
}

function entryOf({ columns }: TableHeader, row: GridRow, place: TablePlace): Entry {
  return {
    key: cellIn(row, columns.cell)?.text.normalize('NFKC').trim() ?? '',
    keyAt: placeIn(place, row.row, columns.cell ?? 0),
    value: cellIn(row, columns.value) ?? null,
    valueAt: placeIn(place, row.row, columns.value ?? 0),
  };
}

function longReport(
  header: TableHeader,
  { name, row, entries }: OpenReport,
  options: ReadOptions,
): TableReports {
  const keys = entries.map(({ key }) => key);
  const chosen = formOfReport(header, row, { name, filled: () => keys, options });
  if ('problem' in chosen) return { reports: [], problems: [chosen.problem] };
  const { form } = chosen;
  const problems: Problem[] = [...name.problems];
  const cells = new Map<CellKey, DraftCell>();
  const lost = new Set<CellKey>();
  const twice = new Set<CellKey>();
  for (const entry of entries) {
    const fault = faultOf(form, entry, cells);
    const target = findCell(form, entry.key);
    if (fault || !target) {
      if (target) twice.add(target.key);
      if (fault) problems.push(fault);
      continue;
    }
    const read = entry.value ? readNumber(entry.value, target, null) : null;
    cells.set(target.key, { value: read?.value ?? null, raw: read?.raw ?? null, at: entry.valueAt });
    problems.push(...(read?.problems ?? []));
    if (read?.problems.some(({ severity }) => severity === 'error')) lost.add(target.key);
  }
  // Which blank cells a long table leaves out is the habit of whoever wrote it: they count as blank.
  const absent: DraftCell = { value: null, raw: null, at: null };
  const all = new Map(cellsOf(form).map(({ key }) => [key, cells.get(key) ?? absent]));
  const report = {
    form: form.id,
    year: name.year,
    agency: name.agency,
    agencyCode: name.agencyCode,
    at: name.at,
    cells: Object.fromEntries(options.blanksAreZero ? fillBlanks(form, all, lost) : all),
    sections: [],
    unread: [...twice],
    problems,
  };
  return { reports: [report], problems: [] };
}

function faultOf(
  form: Form,
  { key, keyAt, valueAt }: Entry,
  cells: ReadonlyMap<string, DraftCell>,
): Problem | null {
  if (key === '') {
    const message = `${keyAt}：没有写格名，不知道是哪一格的数。请填写格名后重新上传。`;
    return problem('CELL_UNKNOWN', message, { at: keyAt });
  }
  if (!findCell(form, key)) {
    const message = `${keyAt}：${form.id} 年统一格式里没有“${shortened(key, 60)}”这一格。请核对格名和年度后重新上传。`;
    return problem('CELL_UNKNOWN', message, { at: keyAt });
  }
  const first = cells.get(key);
  if (!first) return null;
  const message = `${valueAt}：“${key}”在这份报告里已有一行（${first.at}）。请只保留正确的一行。`;
  return problem('CELL_TWICE', message, { at: valueAt });
}
