import type { PlacedCase } from '../../src/ledger/LedgerCase.js';
import { normalizeLabel } from '../match/labels.js';
import type { Grid, GridCell, GridRow } from '../reading/grid.js';
import type { Binding } from './columns/bindColumns.js';
import { coveringCells } from './coveringCells.js';
import type { CaseReader, CellsOf } from './CaseReader.js';
import type { Head } from './head.js';
import { headingYear } from './headingYear.js';
import type { LedgerField } from '../../src/ledger/ledgerFields.js';
import { isTotal } from './totalRow.js';

/** A sheet of a ledger, with what its columns are. */
export interface LedgerSheet {
  readonly grid: Grid;
  readonly head: Head;
  readonly bindings: readonly Binding[];
  /** What no column was found for: told once, not of every line. */
  readonly missing: readonly LedgerField[];
  /** Numbers that begin anew on each sheet are told apart by its name. */
  readonly numberPrefix: string;
  /** The year that the text before a table of a document states. */
  readonly yearBefore: number | null;
}

/** A line that says something in one of these is a case. */
const saying: readonly LedgerField[] = ['received', 'answered', 'applicant', 'outcome'];

/** The cases of a sheet; totals, headings between, heads that are repeated and notes are none. */
export function* sheetCases(
  sheet: LedgerSheet,
  reader: CaseReader,
  year: number,
  more: Iterable<GridRow>,
): Generator<PlacedCase> {
  const { grid, head, bindings } = sheet;
  let heading = yearAbove(grid, head) ?? sheet.yearBefore;
  const from1904 = grid.from1904 === true;
  const labels = new Map(
    head.columns.map(({ column, parts }) => [column, normalizeLabel(parts.at(-1) ?? '')]),
  );
  const number = bindings.find(({ field }) => field === 'number');
  const speaking = bindings.filter(({ field }) => saying.includes(field));
  const covering = coveringCells(grid, bindings);
  for (const row of rowsBelow(grid, head, more)) {
    const own = byColumn(row);
    const cellAt = covering(row, own);
    const cellsOf = ({ columns }: Binding) => cellsIn(columns, cellAt);
    // A line that has nothing of its own is the rest of the one above, which is merged down over it.
    const says =
      cellsSay(speaking, ({ columns }) => cellsIn(columns, own)) ||
      (number !== undefined && cellsIn(number.columns, own).length > 0 && cellsSay(speaking, cellsOf));
    if (row.cells.length === 1) {
      heading = headingYear(row.cells[0]?.text ?? '') ?? heading;
      if (!says) continue;
    }
    if (isTotal(row) || isHead(row, labels) || !says) continue;
    const place = (number && cellsOf(number)[0]?.at) ?? row.cells[0]?.at ?? '';
    yield reader.caseOf(bindings, cellsOf, {
      place,
      days: { from1904, headingYear: heading, year },
      numbered: (written) => sheet.numberPrefix + written,
    });
  }
}

function* rowsBelow({ rows }: Grid, { lastIndex }: Head, more: Iterable<GridRow>): Generator<GridRow> {
  yield* rows.slice(lastIndex + 1);
  yield* more;
}

function byColumn({ cells }: GridRow): ReadonlyMap<number, GridCell> {
  return new Map(cells.map((cell) => [cell.column, cell]));
}

function cellsIn(columns: Binding['columns'], cellAt: ReadonlyMap<number, GridCell>): readonly GridCell[] {
  const cells: GridCell[] = [];
  for (const { column } of columns) {
    const cell = cellAt.get(column);
    if (cell) cells.push(cell);
  }
  return cells;
}

function cellsSay(bindings: readonly Binding[], cellsOf: CellsOf): boolean {
  return bindings.some((binding) => cellsOf(binding).length > 0);
}

/** A head repeated on each page: the texts are the labels of their columns. */
function isHead({ cells }: GridRow, labels: ReadonlyMap<number, string>): boolean {
  // No label has figures side by side: most lines are told by that.
  if (cells.some(({ text }) => /\d{3}/.test(text))) return false;
  const same = cells.filter(({ column, text }) => labels.get(column) === normalizeLabel(text));
  return same.length >= 2 && same.length * 2 > cells.length;
}

function yearAbove({ name, rows }: Grid, { firstIndex }: Head): number | null {
  const above = rows.slice(0, firstIndex).flatMap(({ cells }) => cells.map(({ text }) => text));
  return [name ?? '', ...above].map(headingYear).find((year) => year !== null) ?? null;
}
