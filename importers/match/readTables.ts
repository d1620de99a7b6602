import { cellsOf, findCell, tablesOf, type CellKey, type FormCell } from '../../src/cells.js';
import { rowName, tableName } from '../../src/checks/place.js';
import type { Form, Section, Table } from '../../src/forms/form.js';
import { problem, type Problem } from '../../src/problem.js';
import { totalsOf } from '../../src/totals.js';
import type { DraftCell } from '../draft.js';
import { addressIn, type GridCell } from '../grid.js';
import { rawOf, readNumber } from '../readNumber.js';
import { bindRows, type BoundRow } from './bindRows.js';
import { readHeader } from './headers.js';
import type { Line } from './line.js';
import { findLostLabels, labelEnd } from './lostLabels.js';
import { findOneLine } from './oneLine.js';
import { unknownRows } from './unknownRows.js';
import { placeValues, type PlacedRow } from './valueColumns.js';

/** The tables of one report as read. */
export interface ReadTables {
  readonly cells: ReadonlyMap<CellKey, DraftCell>;
  /** Cells that stay blank even when the filer says that blank means zero: the file lost them. */
  readonly lost: ReadonlySet<CellKey>;
  readonly problems: readonly Problem[];
  readonly tableLines: ReadonlySet<Line>;
}

/** Collects cells and problems while the tables are read one by one. */
class Reading {
  readonly cells = new Map<CellKey, DraftCell>();
  readonly lost = new Set<CellKey>();
  readonly problems: Problem[] = [];
  readonly tableLines = new Set<Line>();

  constructor(readonly form: Form) {}

  read(cell: GridCell, target: FormCell, unit: string | null): void {
    const { value, raw, problems } = readNumber(cell, target, unit);
    this.cells.set(target.key, { value, raw, at: cell.at });
    this.problems.push(...problems);
    if (problems.some(({ severity }) => severity === 'error')) this.lost.add(target.key);
  }

  /** A cell whose text is shown but not used. */
  leave(target: FormCell, cell: GridCell | null, at: string | null): void {
    this.cells.set(target.key, { value: null, raw: cell && rawOf(cell), at: cell?.at ?? at });
    this.lost.add(target.key);
  }

  blank(target: FormCell, at: string | null): void {
    this.cells.set(target.key, { value: null, raw: null, at });
  }
}

/** Reads every table of the form from the lines of one report. */
export function readTables(
  lines: readonly Line[],
  form: Form,
  sections: ReadonlyMap<Line, Section>,
): ReadTables {
  const reading = new Reading(form);
  const { rows, twice } = bindRows(lines, form, sections);
  const rowLines = new Set([...rows, ...twice.flat()].map(({ line }) => line));
  for (const line of rowLines) reading.tableLines.add(line);
  for (const table of tablesOf(form)) {
    const own = rows.filter((row) => row.table === table);
    const repeated = twice.filter(([first]) => first?.table === table);
    if (table.printed === 'oneLine' && own.length === 0)
      readOneLine(reading, table, lines, sections, rowLines);
    else readRows(reading, table, own, repeated, lines, rowLines);
  }
  for (const cell of cellsOf(form)) if (!reading.cells.has(cell.key)) reading.blank(cell, null);
  return reading;
}

function readRows(
  reading: Reading,
  table: Table,
  labelled: readonly BoundRow[],
  repeated: readonly (readonly BoundRow[])[],
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
): void {
  const keyed = (bound: BoundRow, column: string) =>
    findCell(reading.form, `${table.id}.${bound.row.id}.${column}`);
  const anchors = [...labelled, ...repeated.flatMap((all) => all.slice(0, 1))];
  if (anchors.length === 0) return tableMissing(reading, table);
  const header = readHeader(table, anchors, lines, rowLines);
  reading.problems.push(...header.problems);
  if (header.isReordered) {
    reading.problems.push(
      problem(
        'COLUMN_UNKNOWN',
        `${nameOf(reading, table)}各列的顺序与统一格式不同。请按统一格式的顺序排列后重新上传。`,
        {
          at: anchors[0]?.label?.at,
        },
      ),
    );
    return leaveTable(reading, table);
  }
  const lostLabels = findLostLabels(table, anchors, lines);
  for (const bound of [...labelled, ...lostLabels]) sayLabel(reading, bound);
  const placed = placeValues([...labelled, ...lostLabels].sort(byLine), table.columns.length, header.columns);
  for (const row of placed) {
    const targets = table.columns.map((column) => keyed(row.bound, column.id));
    readPlaced(
      reading,
      row,
      targets.filter((target) => target !== undefined),
      header.units,
    );
  }
  sayTwice(reading, repeated);
  const unknown = unknownRows(
    table,
    placed.map(({ bound }) => bound),
    lines,
    rowLines,
  );
  for (const { line, label } of unknown) {
    reading.tableLines.add(line);
    reading.problems.push(
      problem(
        'ROW_UNKNOWN',
        `${nameOf(reading, table)}里的“${short(label)}”不是统一格式的行，没有读取。请确认它不应计入其他行。`,
        {
          at: line.cells[0]?.at,
        },
      ),
    );
  }
  sayMissing(
    reading,
    table,
    new Set([...placed.map(({ bound }) => bound.row), ...repeated.flat().map(({ row }) => row)]),
  );
}

function readPlaced(
  reading: Reading,
  { bound, columns, cells, isAmbiguous }: PlacedRow,
  targets: readonly FormCell[],
  units: readonly (string | null)[],
): void {
  const { line } = bound;
  reading.tableLines.add(line);
  const [first] = targets;
  if (!first) return;
  const name = `${tableName(first)}${rowName(first)}行`;
  if (isAmbiguous) {
    for (const target of targets) reading.leave(target, null, null);
    const values = line.cells.filter((cell) => cell.column > labelEnd(bound)).map((cell) => cell.text.trim());
    reading.problems.push(
      problem(
        'AMBIGUOUS_ROW',
        `${name}应有 ${targets.length} 个数，文件里是“${short(values.join(' '))}”，不能确定各数属于哪一列，没有读取。请用表格文件填报，使每个数各占一格。`,
        { cell: first.key, at: line.cells[0]?.at },
      ),
    );
    return;
  }
  const lost: FormCell[] = [];
  targets.forEach((target, index) => {
    const cell = cells[index];
    const column = columns[index] ?? null;
    if (cell) return reading.read(cell, target, units[index] ?? null);
    const hasNoPlace = column === null || (line.width !== null && !line.spaced && column >= line.width);
    reading.blank(target, hasNoPlace ? null : addressIn(line.grid, line.row, column));
    if (hasNoPlace && cells.some((other) => other !== null)) lost.push(target);
  });
  sayLost(reading, name, lost.length > 0 ? lost : lostTotal(reading, targets, cells), line);
}

/** The total of a row that has all its parts, not all zero, and no total: nobody left that blank for zero. */
function lostTotal(
  reading: Reading,
  targets: readonly FormCell[],
  cells: readonly (GridCell | null)[],
): readonly FormCell[] {
  const last = targets.at(-1);
  if (!last || cells.at(-1)) return [];
  const keys = new Set(targets.map(({ key }) => key));
  const sums = totalsOf(reading.form).get(last.key) ?? [];
  const parts = sums.find((sum) => sum.every((key) => keys.has(key))) ?? [];
  const values = parts.map((key) => reading.cells.get(key)?.value ?? null);
  const isLost = !values.includes(null) && values.some((value) => value !== '0');
  return isLost ? [last] : [];
}

function sayLost(reading: Reading, name: string, lost: readonly FormCell[], line: Line): void {
  const [first] = lost;
  if (!first) return;
  for (const target of lost) reading.lost.add(target.key);
  const columns = lost.map(({ column }) => `“${column.label}”`).join('、');
  reading.problems.push(
    problem('VALUE_LOST', `${name}末尾的数丢失：${columns}列没有数，按空白处理。请补填。`, {
      cell: first.key,
      at: reading.cells.get(first.key)?.at ?? line.cells[0]?.at,
    }),
  );
}

function readOneLine(
  reading: Reading,
  table: Table,
  lines: readonly Line[],
  sections: ReadonlyMap<Line, Section>,
  rowLines: ReadonlySet<Line>,
): void {
  const targets = cellsOf(reading.form).filter((cell) => cell.table === table);
  const found = findOneLine(table, lines, reading.form, sections, rowLines);
  if (!found) return tableMissing(reading, table);
  const { line, columns, cells, isAmbiguous } = found;
  if (!line) return targets.forEach((target) => reading.blank(target, null));
  const bound: BoundRow = { table, row: table.rows[0]!, line, label: null, likeness: 'printed' };
  readPlaced(reading, { bound, columns, cells, isAmbiguous }, targets, []);
}

function tableMissing(reading: Reading, table: Table): void {
  leaveTable(reading, table);
  reading.problems.push(
    problem('TABLE_MISSING', `没有找到${nameOf(reading, table)}。请补上这张表后重新上传。`, {
      cell: cellsOf(reading.form).find((cell) => cell.table === table)?.key,
    }),
  );
}

function leaveTable(reading: Reading, table: Table): void {
  for (const cell of cellsOf(reading.form)) if (cell.table === table) reading.leave(cell, null, null);
}

function sayLabel(reading: Reading, { table, row, label, likeness, line }: BoundRow): void {
  const name = rowName({ row });
  if (!label)
    reading.problems.push(
      problem(
        'LABEL_LOST',
        `${nameOf(reading, table)}有一行没有行名，已按前后行的位置识别为${name}。请核对。`,
        {
          cell: `${table.id}.${row.id}.${table.columns[0]?.id}`,
          at: line.cells[0]?.at,
        },
      ),
    );
  else if (likeness !== 'printed')
    reading.problems.push(
      problem('LABEL_REPAIRED', `行名“${short(label.text)}”已按${name}识别。`, { at: label.at }),
    );
}

function sayTwice(reading: Reading, repeated: readonly (readonly BoundRow[])[]): void {
  for (const all of repeated)
    for (const { table, row } of all.slice(0, 1))
      for (const cell of cellsOf(reading.form))
        if (cell.table === table && cell.row === row) reading.leave(cell, null, null);
  const [first] = repeated;
  const [bound] = first ?? [];
  if (!first || !bound) return;
  const places = first.map(({ label, line }) => label?.at ?? line.cells[0]?.at).join('、');
  const rows = repeated.length > 1 ? `等 ${repeated.length} 行` : '行';
  reading.problems.push(
    problem(
      'ROW_TWICE',
      `${nameOf(reading, bound.table)}${rowName(bound)}${rows}出现了 ${first.length} 次（${places}），不能确定用哪一行。请只保留一份；一个文件里有几份报告的，请按“汇集”方式上传。`,
      { cell: `${bound.table.id}.${bound.row.id}.${bound.table.columns[0]?.id}`, at: bound.label?.at },
    ),
  );
}

function sayMissing(reading: Reading, table: Table, found: ReadonlySet<unknown>): void {
  for (const row of table.rows) {
    if (found.has(row)) continue;
    for (const cell of cellsOf(reading.form))
      if (cell.table === table && cell.row === row) reading.leave(cell, null, null);
    reading.problems.push(
      problem('ROW_MISSING', `${nameOf(reading, table)}缺少${rowName({ row })}行。请按统一格式补上。`, {
        cell: `${table.id}.${row.id}.${table.columns[0]?.id}`,
      }),
    );
  }
}

function nameOf(reading: Reading, table: Table): string {
  const cell = cellsOf(reading.form).find((candidate) => candidate.table === table);
  return cell ? tableName(cell) : `「${table.title}」`;
}

function byLine(left: BoundRow, right: BoundRow): number {
  return left.line.row - right.line.row;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
