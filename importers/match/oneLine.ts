import type { Form, Section, Table } from '../../src/forms/form.js';
import type { GridCell } from '../reading/grid.js';
import { isBlankMark, looksLikeValue } from '../draft/readNumber.js';
import type { Sheets } from './areas/chooseArea.js';
import { columnIndex } from './columnIndex.js';
import type { Line } from './line.js';
import { oneLineTokens, type OneLine } from './oneLineTokens.js';
import { headingOf } from './sections.js';

/** What is longer is a sentence that begins with a number. */
const longestNumber = 20;

/** The lines of one report and what is known of them. */
export interface FoundLines {
  readonly lines: readonly Line[];
  readonly sections: ReadonlyMap<Line, Section>;
  /** Lines that are a row of some table. */
  readonly rowLines: ReadonlySet<Line>;
  readonly sheets: Sheets;
}

/** A head may stand one label a line: so many lines hold it. */
const searchedLines = 40;

export function findOneLine(
  table: Table,
  { lines, sections, rowLines, sheets }: FoundLines,
  form: Form,
): readonly OneLine[] {
  const size = table.rows.length * table.columns.length;
  const heads = bestHeads(table, lines, rowLines, size, sheets);
  const places = heads.length > 0 ? heads : [{ lines: [], columns: [] }];
  const section = form.sections.find(({ tables }) => tables.includes(table));
  const own = lines.filter((line) => sections.get(line) === section && headingOf(line, form) !== section);
  if (heads.length === 0 && own.length === 0) return [];
  return places.map((head) => valuesOf(table, head, own, { lines, rowLines }, form, size));
}

function valuesOf(
  table: Table,
  head: Head,
  own: readonly Line[],
  { lines, rowLines }: Pick<FoundLines, 'lines' | 'rowLines'>,
  form: Form,
  size: number,
): OneLine {
  const last = head.lines.at(-1);
  const below = last ? linesBelow(last, lines, form, rowLines) : own.filter((line) => !rowLines.has(line));
  const columns = head.columns.length === size ? head.columns : null;
  const line = below.find((candidate) => isValueLine(candidate, columns, size));
  if (line && !line.spaced && (columns || valueCells(line).length === size))
    return { line, ...place(line, size, columns) };
  // Pasted text: a cell a line, or a line for each row.
  const isPasted =
    columns === null && (!line || line.spaced || valueCells(line).length <= table.columns.length);
  const tokens = isPasted ? oneLineTokens(below, size) : undefined;
  if (tokens) return tokens;
  if (line) return { line, ...place(line, size, columns) };
  const doubtful = below.find(isDoubtful);
  if (doubtful) return { line: doubtful, ...ambiguousLine(size) };
  // The values belong right below the head; there a person will fill them in.
  const blank = last ? { ...last, row: last.row + 1, cells: [] } : null;
  return { line: blank, columns: columns ?? nowhere(size), cells: nowhere(size), isAmbiguous: false };
}

/** What stands under the head: up to the next heading, the next table or another sheet. */
function linesBelow(
  last: Line,
  lines: readonly Line[],
  form: Form,
  rowLines: ReadonlySet<Line>,
): readonly Line[] {
  const below = lines.slice(lines.indexOf(last) + 1);
  const end = below.findIndex(
    (line) => line.grid !== last.grid || rowLines.has(line) || headingOf(line, form) !== undefined,
  );
  return end < 0 ? below : below.slice(0, end);
}

/**
 * A line of values: each cell is judged by itself, so a word in one of them does not make it another line.
 * A note has one cell, or none under the columns of the head.
 */
function isValueLine(line: Line, columns: readonly number[] | null, size: number): boolean {
  const values = valueCells(line);
  if (line.spaced || columns === null)
    return values.length > 0 && (values.length === line.cells.length || values.length === size);
  const under = line.cells.filter(({ column }) => columns.includes(column));
  const words = line.cells.filter((cell) => !looksLikeValue(cell));
  const filled = under.filter(looksLikeValue);
  // A line with few values and words of its own is a row that somebody added.
  return words.length === 0 ? filled.length > 0 : filled.length * 2 > size;
}

/** A line with numbers that may be the values or may be something else. */
function isDoubtful(line: Line): boolean {
  return line.cells.some((cell) => isNumber(cell) && cell.text.length < longestNumber);
}

function place(line: Line, size: number, head: readonly number[] | null): Omit<OneLine, 'line'> {
  const values = valueCells(line);
  const byColumn = new Map(line.cells.map((cell) => [cell.column, cell]));
  if (head && !line.spaced && values.every((cell) => head.includes(cell.column)))
    return {
      columns: head,
      cells: head.map((column) => byColumn.get(column) ?? null),
      isAmbiguous: false,
    };
  if (values.length === size)
    return { columns: values.map((cell) => cell.column), cells: values, isAmbiguous: false };
  // Numbers beside the table: its own fifteen stand under the head.
  if (head && !line.spaced && head.every((column) => byColumn.has(column)))
    return { columns: head, cells: head.map((column) => byColumn.get(column) ?? null), isAmbiguous: false };
  // A delimited line that ends early has lost its tail.
  const isCut = line.width !== null && !line.spaced && values.length === line.width && values.length < size;
  if (!isCut) return ambiguousLine(size);
  const tail = nowhere(size - values.length);
  return {
    columns: [...values.map((cell) => cell.column), ...tail],
    cells: [...values, ...tail],
    isAmbiguous: false,
  };
}

interface Head {
  readonly lines: readonly Line[];
  /** The grid columns of its lowest labels, from left to right. */
  readonly columns: readonly number[];
}

/** The fullest heads, one a sheet: those of the report before those of a blank form or a copy beside it. */
function bestHeads(
  table: Table,
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
  size: number,
  { filled, titled }: Sheets,
): readonly Head[] {
  const byGrid = new Map<Line['grid'], Head>();
  for (const head of headsIn(table, lines, rowLines, size)) {
    const [first] = head.lines;
    const known = first && byGrid.get(first.grid);
    if (first && (!known || head.columns.length > known.columns.length)) byGrid.set(first.grid, head);
  }
  const scored = [...byGrid].map(([grid, head]) => ({
    head,
    score: 10 * head.columns.length + (filled.has(grid) ? 2 : 0) + (titled.has(grid) ? 1 : 0),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ head }) => head);
}

function headsIn(table: Table, lines: readonly Line[], rowLines: ReadonlySet<Line>, size: number): Head[] {
  const index = columnIndex(table);
  const [first] = table.columns;
  const starts = lines.flatMap((line, place) =>
    !rowLines.has(line) && line.cells.some((cell) => index.find(cell.text)?.line === first) ? [place] : [],
  );
  return starts.map((start) => {
    const found: Line[] = [];
    const columns = new Set<number>();
    for (const line of lines.slice(start, start + searchedLines)) {
      if (line.grid !== lines[start]?.grid || rowLines.has(line)) break;
      const labels = line.cells.filter((cell) => index.find(cell.text));
      if (labels.length === 0 && (columns.size >= size || line.cells.some(isNumber))) break;
      if (labels.length === 0) continue;
      found.push(line);
      for (const label of labels) columns.add(label.column);
    }
    return { lines: found, columns: [...columns].sort((left, right) => left - right) };
  });
}

function isNumber(cell: GridCell): boolean {
  return looksLikeValue(cell) && !isBlankMark(cell.text);
}

function valueCells(line: Line): GridCell[] {
  return line.cells.filter(looksLikeValue);
}

function ambiguousLine(size: number): Omit<OneLine, 'line'> {
  return { columns: nowhere(size), cells: nowhere(size), isAmbiguous: true };
}

function nowhere(size: number): null[] {
  return new Array<null>(size).fill(null);
}
