import type { Form, Section, Table } from '../../../src/forms/form.js';
import type { Sheets } from '../areas/chooseArea.js';
import type { Line } from '../line.js';
import { newestLine } from './newestLine.js';
import { stairs } from './stairs.js';
import { oneLineRows } from './oneLineRows.js';
import { oneLineBlocks } from './oneLineBlocks.js';
import { ambiguousLine, isFigure, isValueLine, nowhere, placeCells, valueCells } from './oneLineCells.js';
import { bestHeads, wholeHeads, type OneLineHead } from './oneLineHead.js';
import { oneLineTokens, type OneLine } from './oneLineTokens.js';
import { headingOf } from '../sections.js';

/** What is longer is a sentence that begins with a number. */
const longestNumber = 20;

/** The lines of one report and what is known of them. */
export interface FoundLines {
  readonly lines: readonly Line[];
  readonly sections: ReadonlyMap<Line, Section>;
  /** Lines that are a row of some table. */
  readonly rowLines: ReadonlySet<Line>;
  readonly sheets: Sheets;
  /** The other tables stand there more than once: so may this one. */
  readonly isTwice: boolean;
}

/** True when the file has the whole head of a table of one line, as the form prints it. */
export function hasWholeHead(table: Table, { lines, rowLines, sheets }: FoundLines): boolean {
  const size = sizeOf(table);
  return bestHeads(table, lines, { rowLines, size, sheets }).some(({ columns }) => columns.length === size);
}

export function findOneLine(
  table: Table,
  { lines, sections, rowLines, sheets, isTwice }: FoundLines,
  form: Form,
): readonly OneLine[] {
  const heads = bestHeads(table, lines, { rowLines, size: sizeOf(table), sheets });
  const places = heads.length > 0 ? heads : [{ lines: [], columns: [] }];
  const section = form.sections.find(({ tables }) => tables.includes(table));
  const own = lines.filter((line) => sections.get(line) === section && headingOf(line, form) !== section);
  if (heads.length === 0 && own.length === 0) return [];
  const found = places.map((head) => valuesOf(table, head, { own, found: { lines, rowLines }, form }));
  if (!isTwice || found.length > 1) return found;
  const copies = wholeHeads(table, lines, { rowLines, size: sizeOf(table) })
    .map((head) => valuesOf(table, head, { own, found: { lines, rowLines }, form }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  return copies.length < 2 ? found : [...new Map(copies.map((copy) => [copy.line, copy])).values()];
}

function valuesOf(
  table: Table,
  head: OneLineHead,
  {
    own,
    found: { lines, rowLines },
    form,
  }: {
    readonly own: readonly Line[];
    readonly found: Pick<FoundLines, 'lines' | 'rowLines'>;
    readonly form: Form;
  },
): OneLine {
  const size = sizeOf(table);
  const [first] = head.lines;
  const last = head.lines.at(-1);
  const below = last ? linesBelow(last, lines, form, rowLines) : own.filter((line) => !rowLines.has(line));
  const columns = head.columns.length === size ? head.columns : null;
  const whole = own.length > 0 ? own : first ? linesFrom(first, lines, form, rowLines) : [];
  const blocks = columns === null ? oneLineBlocks(table, whole) : undefined;
  if (blocks) return blocks;
  const candidates = below.filter((candidate) => isValueLine(candidate, columns, size));
  const steps = columns ? stairs(candidates, columns) : undefined;
  const rows = columns ? oneLineRows(table, candidates) : undefined;
  if (rows) return rows;
  const line = steps !== undefined ? steps : columns ? newestLine(candidates, columns) : candidates[0];
  if (line === null) return { line: candidates[0] ?? null, ...ambiguousLine(size) };
  if (line && !line.spaced && (columns || valueCells(line).length === size))
    return { line, ...placeCells(line, size, columns) };
  // Pasted text: a cell a line, or a line for each row.
  const isPasted =
    columns === null && (!line || line.spaced || valueCells(line).length <= table.columns.length);
  const tokens = isPasted ? oneLineTokens(below, size) : undefined;
  if (tokens) return tokens;
  if (line) return { line, ...placeCells(line, size, columns) };
  const doubtful = below.find(isDoubtful) ?? (columns ? undefined : head.lines.find(hasNumber));
  if (doubtful) return { line: doubtful, ...ambiguousLine(size) };
  // The values belong right below the head; there a person will fill them in.
  const blank = last ? { ...last, row: last.row + 1, cells: [] } : null;
  return { line: blank, columns: columns ?? nowhere(size), cells: nowhere(size), isAmbiguous: false };
}

function sizeOf({ rows, columns }: Table): number {
  return rows.length * columns.length;
}

/** What stands under the head: up to the next heading, the next table or another sheet. */
function linesBelow(
  last: Line,
  lines: readonly Line[],
  form: Form,
  rowLines: ReadonlySet<Line>,
): readonly Line[] {
  return linesFrom(last, lines, form, rowLines).slice(1);
}

function linesFrom(
  first: Line,
  lines: readonly Line[],
  form: Form,
  rowLines: ReadonlySet<Line>,
): readonly Line[] {
  const all = lines.slice(lines.indexOf(first));
  const end = all.findIndex(
    (line, index) =>
      index > 0 && (line.grid !== first.grid || rowLines.has(line) || headingOf(line, form) !== undefined),
  );
  return end < 0 ? all : all.slice(0, end);
}

/** A line with numbers that may be the values or may be something else. */
function isDoubtful(line: Line): boolean {
  return line.cells.some((cell) => isFigure(cell) && cell.text.length < longestNumber);
}

/** A number among the labels of a head that is not whole. */
function hasNumber({ cells }: Line): boolean {
  return cells.some(({ number, text }) => number !== null || /^\d{1,6}$/.test(text.trim()));
}
