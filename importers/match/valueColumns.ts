import type { GridCell } from '../reading/grid.js';
import { looksLikeValue } from '../draft/readNumber.js';
import type { BoundRow } from './BoundRow.js';
import { helperColumns } from './helperColumns.js';
import {
  beforeOthers,
  columnsOf,
  distinct,
  followsLabel,
  isContiguous,
  nowhere,
  same,
  valuesOf,
  type Columns,
} from './rowColumns.js';
import { labelEnd } from './lostLabels.js';

/** Where the values of one row stand: a grid column for each column of the form, null where it has none. */
export interface PlacedRow {
  readonly bound: BoundRow;
  readonly columns: readonly (number | null)[];
  readonly cells: readonly (GridCell | null)[];
  /** Which column a value belongs to cannot be known: no value of the row is used. */
  readonly isAmbiguous: boolean;
  /** A column of the table counts its rows; it was told from the values by the head. */
  readonly isCounted?: boolean;
}

/** What the rows that have all their values say about where values stand. */
interface Evidence {
  readonly size: number;
  readonly header: Columns | null;
  /** Every row of the table that was found. */
  readonly rows: readonly BoundRow[];
  /** Columns that hold no values. */
  readonly helpers: ReadonlySet<number>;
  /** The full rows, in the order of the file. */
  readonly full: readonly { readonly bound: BoundRow; readonly columns: Columns }[];
}

/**
 * Binds the values of each row by their order, never by an absolute column: a row that has all its
 * values shows where they stand, and a row with gaps follows the rows labelled alike and its neighbours.
 */
export function placeValues(
  rows: readonly BoundRow[],
  size: number,
  header: Columns | null,
  named: ReadonlySet<number> = new Set(),
): PlacedRow[] {
  const { columns: helpers, hasCounting } = helperColumns(rows, header, named);
  const full = rows.flatMap((bound) => {
    const cells = valuesOf(bound, helpers);
    const isFull = !bound.line.spaced && cells.length === size && cells.every(looksLikeValue);
    const columns = columnsOf(cells);
    return isFull && (isContiguous(cells, helpers) || same(columns, header)) ? [{ bound, columns }] : [];
  });
  return rows.map((bound) => ({
    ...placeRow(bound, { size, header, rows, helpers, full }),
    isCounted: hasCounting,
  }));
}

function placeRow(bound: BoundRow, evidence: Evidence): PlacedRow {
  const { size, helpers } = evidence;
  const cells = beforeOthers(valuesOf(bound, helpers), evidence.header);
  const unplaced = { bound, columns: nowhere(size), cells: nowhere(size), isAmbiguous: true };
  if (bound.line.spaced) {
    if (cells.length === 0) return { ...unplaced, isAmbiguous: false };
    return cells.length === size ? { bound, columns: columnsOf(cells), cells, isAmbiguous: false } : unplaced;
  }
  const columns = fullRow(bound, cells, evidence) ?? gappyRow(bound, cells, evidence);
  if (!columns) return unplaced;
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return {
    bound,
    columns,
    cells: columns.map((column) => (column === null ? null : (byColumn.get(column) ?? null))),
    isAmbiguous: false,
  };
}

/**
 * A row with all its values. One that alone reaches further right than the others may end with a remark
 * and lack a value: it is not taken, unless its values begin right after its label.
 */
function fullRow(
  bound: BoundRow,
  cells: readonly GridCell[],
  { header, full, helpers }: Evidence,
): Columns | null {
  const columns = full.find((row) => row.bound === bound)?.columns;
  if (!columns) return null;
  const others = full.filter((row) => row.bound !== bound).map((row) => row.columns);
  const known = header ? [header, ...others] : others;
  const isUsual = known.length === 0 || known.some((candidate) => same(candidate, columns));
  const isLeftOfAll = known.every((candidate) => (columns[0] ?? 0) < (candidate[0] ?? 0));
  return isUsual || isLeftOfAll || followsLabel(bound, cells, helpers) ? columns : null;
}

function gappyRow(
  bound: BoundRow,
  cells: readonly GridCell[],
  evidence: Evidence,
): readonly (number | null)[] | null {
  const { size, header, helpers } = evidence;
  const full = evidence.full.filter((row) => row.bound !== bound);
  const fitting = distinct([...(header ? [header] : []), ...full.map(({ columns }) => columns)]).filter(
    (columns) => fits(columns, bound, cells, evidence),
  );
  if (cells.length === 0) return likeliest(bound, fitting, evidence) ?? fitting[0] ?? nowhere(size);
  if (fitting.length > 0)
    return fitting.length === 1 ? (fitting[0] ?? null) : likeliest(bound, fitting, evidence);
  if (cells.length >= size) return beforeRemarks(cells, evidence);
  // Pushed aside by its label: its values follow the label, and the tail fell off.
  const isKnown = header !== null || full.length > 0;
  const isBeside = followsLabel(bound, cells, helpers);
  if (!isContiguous(cells, helpers) || (isKnown && !isBeside)) return null;
  return [...columnsOf(cells), ...nowhere(size - cells.length)];
}

/** What the rows labelled in the same column and the neighbours above and below agree on. */
function likeliest(bound: BoundRow, fitting: readonly Columns[], { full }: Evidence): Columns | null {
  const among = (columns: Columns | undefined) =>
    fitting.find((candidate) => same(candidate, columns ?? null));
  const alike = distinct(
    full.filter((row) => labelEnd(row.bound) === labelEnd(bound)).map(({ columns }) => columns),
  );
  const before = full.filter((row) => row.bound.line.row < bound.line.row).at(-1);
  const after = full.find((row) => row.bound.line.row > bound.line.row);
  const byLabel = alike.length === 1 ? among(alike[0]) : undefined;
  const byPlace = before && after && same(before.columns, after.columns) ? among(after.columns) : undefined;
  if (byLabel && byPlace) return same(byLabel, byPlace) ? byLabel : null;
  return byLabel ?? byPlace ?? null;
}

/** More cells than columns: what the head names, or the first ones when only words follow. */
function beforeRemarks(cells: readonly GridCell[], { size, header, helpers }: Evidence): Columns | null {
  const filled = columnsOf(cells);
  if (header?.every((column) => filled.includes(column))) return header;
  const values = cells.slice(0, size);
  const areRemarks = cells.length > size && cells.slice(size).every((cell) => !looksLikeValue(cell));
  return areRemarks && isContiguous(values, helpers) ? columnsOf(values) : null;
}

function fits(columns: Columns, bound: BoundRow, cells: readonly GridCell[], evidence: Evidence): boolean {
  const [first = 0] = columns;
  const last = columns.at(-1) ?? 0;
  // A row whose label was moved may have had its values moved too: both ends must be filled to be sure.
  const ends = cells.filter(({ column }) => column === first || column === last);
  if (cells.length > 0 && ends.length < Math.min(2, columns.length) && isMoved(bound, evidence)) return false;
  return (
    first > labelEnd(bound) &&
    cells.every((cell) => columns.includes(cell.column) || (cell.column > last && !looksLikeValue(cell)))
  );
}

/** No other row of its group has its label in this column. */
function isMoved({ label, row }: BoundRow, { rows }: Evidence): boolean {
  const peers = rows.filter((other) => other.row !== row && other.row.group === row.group && other.label);
  return label !== null && peers.length > 0 && peers.every((peer) => peer.label?.column !== label.column);
}
