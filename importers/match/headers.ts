import type { Column, Table } from '../../src/forms/form.js';
import { unitInHeading } from '../draft/units.js';
import type { BoundRow } from './BoundRow.js';
import { columnIndex } from './columnIndex.js';
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
  /** Columns whose head says that they hold no values of the form: 行次, 小计, 上年数. */
  readonly helpers: ReadonlySet<number>;
  /** The columns stand in another order than on the form. */
  readonly isReordered: boolean;
  readonly problems: readonly Problem[];
}

export function readHeader(
  table: Table,
  bound: readonly BoundRow[],
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
): Header {
  const found = new Map<Column, { column: number; text: string }>();
  const problems: Problem[] = [];
  const index = columnIndex(table);
  const head = headLines(bound, lines, rowLines);
  // What stands as the form prints it goes before what is only like it: 合计 beside 总计.
  const matches = head
    .flatMap((line) => line.cells)
    .flatMap((cell) => {
      const match = cell.number === null ? index.find(cell.text) : undefined;
      return match ? [{ cell, match }] : [];
    })
    .sort(
      (one, other) => Number(other.match.likeness === 'printed') - Number(one.match.likeness === 'printed'),
    );
  for (const { cell, match } of matches) {
    if (found.has(match.line)) continue;
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
  const isNamed = (text: string, at: number) => {
    const match = index.find(text);
    return match !== undefined && (found.get(match.line)?.column ?? at) === at;
  };
  const isAscending = columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? -1));
  return {
    columns: isComplete && isAscending ? columns : null,
    units: places.map((place) => (place ? unitInHeading(place.text) : null)),
    helpers: new Set(isComplete ? head.flatMap((line) => helpersIn(line, new Set(columns), isNamed)) : []),
    isReordered: isComplete && !isAscending,
    problems,
  };
}

/** Heads of columns that people add to a form. */
const helperHead =
  /^(?:行次|序号|行号|栏次|编号|代码|计量单位|单位|小计|合计|备注|说明|校验|核对|检查|审核)|上年|去年|上一年|往年|同期|同比|环比|增减|增幅|差额|差异|[12]\d{3}年/;

function helpersIn(
  line: Line,
  columns: ReadonlySet<number>,
  isNamed: (text: string, column: number) => boolean,
): number[] {
  const first = Math.min(...columns);
  const isLowest = line.cells.filter(({ column }) => columns.has(column)).length > 1;
  return line.cells
    .filter(
      ({ column, lastColumn, number }) => number === null && column === lastColumn && !columns.has(column),
    )
    .filter(({ text, column }) => !isNamed(text, column))
    .filter(({ text, column }) => helperHead.test(text.replace(/\s/g, '')) || (isLowest && column > first))
    .map(({ column }) => column);
}

/** The lines above the first row of a table, nearest first, up to a row of another table. */
function headLines(bound: readonly BoundRow[], lines: readonly Line[], rowLines: ReadonlySet<Line>): Line[] {
  const own = new Set(bound.map(({ line }) => line));
  const first = lines.findIndex((line) => own.has(line));
  const head: Line[] = [];
  for (const line of lines.slice(Math.max(0, first - searchedLines), Math.max(0, first)).reverse()) {
    if (line.grid !== lines[first]?.grid || rowLines.has(line)) break;
    // 总计 before a row of figures is no head of a column.
    if (!hasMoreFigures(line)) head.push(line);
  }
  return head;
}

function hasMoreFigures({ cells }: Line): boolean {
  const figures = cells.filter(({ number, text }) => number !== null || /^\d{1,12}$/.test(text)).length;
  return figures > 2 && figures > cells.length - figures;
}
