import type { Column, Table } from '../../src/forms/form.js';
import { unitInHeading } from '../draft/units.js';
import type { BoundRow } from './bindRows.js';
import { LabelIndex } from './labelIndex.js';
import type { Line } from './line.js';
import type { Problem } from '../../src/problems/problem.js';
import { problem } from '../../src/problems/problem.js';
import { columnName } from '../../src/checks/place.js';

/** A table's head is at most this many lines above its first row. */
const searchedLines = 10;

/** What the head of a table says about its columns. */
export interface Header {
  /** The grid column of each column of the form; null when the head does not show them all. */
  readonly columns: readonly number[] | null;
  /** The money unit named in the heading of each column. */
  readonly units: readonly (string | null)[];
  /** The columns stand in another order than on the form. */
  readonly isReordered: boolean;
  readonly problems: readonly Problem[];
}

const indexes = new WeakMap<Table, LabelIndex<Column>>();

export function readHeader(
  table: Table,
  bound: readonly BoundRow[],
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
): Header {
  const found = new Map<Column, { column: number; text: string }>();
  const problems: Problem[] = [];
  const index = columnIndex(table);
  for (const line of headLines(bound, lines, rowLines))
    for (const cell of line.cells) {
      if (cell.number !== null) continue;
      const match = index.find(cell.text);
      if (!match || found.has(match.line)) continue;
      found.set(match.line, { column: cell.column, text: cell.text });
      if (match.likeness !== 'printed')
        problems.push(
          problem(
            'LABEL_REPAIRED',
            `列名“${cell.text.replace(/\s+/g, '').slice(0, 40)}”已按${columnName({ column: match.line })}识别。`,
            { at: cell.at },
          ),
        );
    }
  const places = table.columns.map((column) => found.get(column));
  const columns = places.flatMap((place) => (place ? [place.column] : []));
  const isComplete = columns.length === table.columns.length && new Set(columns).size === columns.length;
  const isAscending = columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? -1));
  return {
    columns: isComplete && isAscending ? columns : null,
    units: places.map((place) => (place ? unitInHeading(place.text) : null)),
    isReordered: isComplete && !isAscending,
    problems,
  };
}

/** The lines above the first row of a table, nearest first, up to a row of another table. */
function headLines(bound: readonly BoundRow[], lines: readonly Line[], rowLines: ReadonlySet<Line>): Line[] {
  const own = new Set(bound.map(({ line }) => line));
  const first = lines.findIndex((line) => own.has(line));
  const head: Line[] = [];
  for (const line of lines.slice(Math.max(0, first - searchedLines), Math.max(0, first)).reverse()) {
    if (line.grid !== lines[first]?.grid || rowLines.has(line)) break;
    head.push(line);
  }
  return head;
}

export function columnIndex(table: Table): LabelIndex<Column> {
  const known = indexes.get(table);
  if (known) return known;
  const index = new LabelIndex(table.columns);
  indexes.set(table, index);
  return index;
}
