import type { Row, Table } from '../../../src/forms/form.js';
import type { Grid } from '../../reading/grid.js';
import type { BoundRow } from '../BoundRow.js';
import type { RowCandidate } from './rowCandidates.js';
import type { TableHead } from './tableHeads.js';

/** One place of a file where rows of a table stand together, under its head or without one. */
export interface TableArea {
  readonly table: Table;
  readonly grid: Grid;
  readonly head: TableHead | null;
  /** Rows above the head of their table, or behind the next heading, are rows of something else. */
  readonly isAstray: boolean;
  /** A small table to the right of another. */
  readonly isBeside: boolean;
  readonly rows: Map<Row, BoundRow[]>;
  /** Of its last row in the table and among the lines. */
  lastOrder: number;
  /** The head above its last row, be it its own or not. */
  lastHead: TableHead | null;
  lastIndex: number;
}

/** Rows of so many of a table tell a second copy from a row that was written twice. */
const largeTable = 3;

/**
 * The places that claim a table. A head printed again after a page break goes on with the same place; a row
 * that stands there already begins another, unless it stands among the rows of its own place.
 */
export function areasOf(
  table: Table,
  candidates: readonly RowCandidate[],
  /** Lines that end what stands above them: headings, titles. */
  breaks: readonly number[],
  heads: readonly TableHead[],
): TableArea[] {
  const areas: TableArea[] = [];
  const ends = [
    ...breaks,
    ...candidates
      .filter(({ bound, isBeside }) => bound.table !== table && !isBeside)
      .map(({ index }) => index),
  ];
  for (const candidate of candidates) {
    if (candidate.bound.table !== table) continue;
    const area =
      areas.findLast((other) => goesOn(other, candidate, ends)) ??
      begin(areas, candidate, ends, isAstray(candidate, breaks, heads));
    const copies = area.rows.get(candidate.bound.row) ?? [];
    area.rows.set(candidate.bound.row, [...copies, candidate.bound]);
    area.lastOrder = candidate.order;
    area.lastHead = candidate.head;
    area.lastIndex = candidate.index;
  }
  return areas;
}

function begin(
  areas: TableArea[],
  candidate: RowCandidate,
  ends: readonly number[],
  isAstray: boolean,
): TableArea {
  const { bound, head, isBeside, index } = candidate;
  const isApart = head !== null && ends.some((end) => head.to < end && end < index);
  const { table, line } = bound;
  const area: TableArea = {
    table,
    grid: line.grid,
    // One head stands over one place: what follows further down stands for itself.
    head: isBeside || isApart || areas.some((other) => other.head === head) ? null : head,
    isAstray,
    isBeside,
    rows: new Map(),
    lastOrder: -1,
    lastHead: head,
    lastIndex: -1,
  };
  areas.push(area);
  return area;
}

function isAstray(
  { head, bound, index }: RowCandidate,
  breaks: readonly number[],
  heads: readonly TableHead[],
): boolean {
  if (head === null) return heads.some(({ grid }) => grid === bound.line.grid);
  return breaks.some((end) => head.to < end && end < index);
}

function goesOn(area: TableArea, candidate: RowCandidate, ends: readonly number[]): boolean {
  const { bound, head, isBeside, index, order } = candidate;
  if (area.grid !== bound.line.grid || area.isBeside !== isBeside) return false;
  const isInterrupted = ends.some((end) => area.lastIndex < end && end < index);
  if (area.rows.has(bound.row)) {
    const isComplete = area.rows.size === area.table.rows.length && area.table.rows.length >= largeTable;
    return !isInterrupted && !isComplete && (isBeside || head === area.lastHead);
  }
  return !isInterrupted || (head !== null && head !== area.head && order > area.lastOrder);
}
