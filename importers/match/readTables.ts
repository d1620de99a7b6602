import { tablesOf } from '../../src/cells.js';
import type { Form, Section, Table } from '../../src/forms/form.js';
import { bindRows } from './bindRows.js';
import type { BoundRow } from './BoundRow.js';
import { joinCellsOfRows } from './joinCellsOfRows.js';
import { countingColumns } from './countingColumns.js';
import { readHeader } from './headers.js';
import type { Line } from './line.js';
import { findLostLabels } from './lostLabels.js';
import { findOneLine, hasWholeHead, type FoundLines } from './oneLine/oneLine.js';
import { Reading } from './Reading.js';
import { isNumberingRow } from './numberingRow.js';
import { readPlaced } from './readPlaced.js';
import {
  columnsReordered,
  labelProblem,
  lineTwice,
  rowMissing,
  rowsTwice,
  rowUnknown,
  tableMissing,
  tablesElsewhere,
} from './tableProblems.js';
import { readUndivided, undividedGroups } from './undividedGroups.js';
import { unknownRows } from './unknownRows.js';
import { placeValues } from './valueColumns.js';

/** Reads every table of the form from the lines of one report. */
export function readTables(
  given: readonly Line[],
  form: Form,
  sections: ReadonlyMap<Line, Section>,
): Reading {
  const reading = new Reading(form);
  const all = joinCellsOfRows(given, form).filter((line) => !isNumberingRow(line));
  const { rows, twice, elsewhere, sheets, blank } = bindRows(all, form, sections);
  const lines = blank.size === 0 ? all : all.filter((line) => !blank.has(line));
  const found = {
    lines,
    sections,
    sheets,
    rowLines: new Set([...rows, ...twice.flat()].map(({ line }) => line)),
    counting: countingColumns(rows),
    places: new Map(lines.map((line, index) => [line, index])),
    isTwice: twice.length > 0 && rows.every(({ table }) => !isInRows(table)),
  };
  for (const line of found.rowLines) reading.tableLines.add(line);
  for (const table of tablesOf(form)) {
    const own = rows.filter((row) => row.table === table);
    const repeated = twice.filter(([first]) => first?.table === table);
    if (isOneLine(table, own, repeated, found)) readOneLine(reading, table, found);
    else readRows(reading, table, { labelled: own, repeated, found });
    reading.tellUnread(table);
    reading.tellContradictions(table);
  }
  reading.problems.push(...tablesElsewhere(form, elsewhere));
  return reading;
}

function isInRows({ printed }: Table): boolean {
  return printed === 'rows';
}

/** 四 as the form prints it. A few lines with the names of its rows elsewhere are no table of it. */
function isOneLine(
  table: Table,
  own: readonly BoundRow[],
  repeated: readonly (readonly BoundRow[])[],
  found: FoundLines,
): boolean {
  if (table.printed !== 'oneLine') return false;
  const rows = new Set([...own, ...repeated.flat()].map(({ row }) => row));
  return rows.size === 0 || (rows.size < table.rows.length && hasWholeHead(table, found));
}

function readRows(
  reading: Reading,
  table: Table,
  {
    labelled,
    repeated,
    found: { lines, rowLines, counting, places },
  }: {
    readonly labelled: readonly BoundRow[];
    readonly repeated: readonly (readonly BoundRow[])[];
    readonly found: FoundLines & {
      readonly counting: ReturnType<typeof countingColumns>;
      readonly places: ReadonlyMap<Line, number>;
    };
  },
): void {
  const anchors = [...labelled, ...repeated.flatMap((copies) => copies.slice(0, 1))];
  if (anchors.length === 0) return missTable(reading, table);
  const header = readHeader(table, anchors, lines, rowLines);
  reading.problems.push(...header.problems);
  const [corner] = reading.cellsIn(table);
  if (corner && header.isReordered) {
    reading.problems.push(columnsReordered(corner, anchors[0]?.label?.at));
    return reading.lose(reading.cellsIn(table));
  }
  const rows = [...labelled, ...findLostLabels(table, anchors, lines)].sort(
    (left, right) => (places.get(left.line) ?? 0) - (places.get(right.line) ?? 0),
  );
  const undivided = undividedGroups(table, [...rows, ...repeated.flat()], lines);
  const all = [...rows, ...undivided.map(({ bound }) => bound)];
  const counted = anchors[0] ? (counting.get(anchors[0].line.grid) ?? []) : [];
  const helpers = new Set([...header.helpers, ...counted]);
  for (const placed of placeValues(all, table.columns.length, header.columns, helpers)) {
    const group = undivided.find(({ bound }) => bound === placed.bound);
    if (group) {
      readUndivided(reading, group, placed);
      continue;
    }
    const targets = reading.cellsIn(table, placed.bound.row);
    const label = targets[0] && labelProblem(targets[0], placed.bound);
    if (label) reading.problems.push(label);
    readPlaced(reading, placed, targets, header.units);
  }
  loseRepeated(reading, table, repeated);
  for (const { line, label } of unknownRows(table, all, lines, rowLines)) {
    reading.tableLines.add(line);
    if (corner) reading.problems.push(rowUnknown(corner, label, line));
  }
  loseMissing(
    reading,
    table,
    new Set([
      ...[...rows, ...repeated.flat()].map(({ row }) => row.id),
      ...undivided.flatMap((group) => group.rows.map(({ id }) => id)),
    ]),
  );
}

function readOneLine(reading: Reading, table: Table, lines: FoundLines): void {
  const targets = reading.cellsIn(table);
  const [found, ...copies] = findOneLine(table, lines, reading.form);
  const [row] = table.rows;
  const [place] = targets;
  if (!found || !row || !place) return missTable(reading, table);
  if (copies.length > 0) {
    reading.lose(targets);
    const all = [found, ...copies].flatMap(({ line }) => (line ? [line] : []));
    reading.problems.push(lineTwice(place, all));
    return;
  }
  const { line, ...values } = found;
  if (!line) return targets.forEach((target) => reading.blank(target, null));
  readPlaced(
    reading,
    { bound: { table, row, line, label: null, likeness: 'printed' }, ...values },
    targets,
    [],
  );
}

function missTable(reading: Reading, table: Table): void {
  const cells = reading.cellsIn(table);
  reading.lose(cells);
  if (cells[0]) reading.problems.push(tableMissing(cells[0]));
}

function loseRepeated(reading: Reading, table: Table, repeated: readonly (readonly BoundRow[])[]): void {
  for (const [first] of repeated) if (first) reading.lose(reading.cellsIn(table, first.row));
  const [copies] = repeated;
  const [place] = copies?.[0] ? reading.cellsIn(table, copies[0].row) : [];
  if (copies && place) reading.problems.push(rowsTwice(place, copies, repeated.length));
}

function loseMissing(reading: Reading, table: Table, found: ReadonlySet<string>): void {
  for (const row of table.rows) {
    if (found.has(row.id)) continue;
    const cells = reading.cellsIn(table, row);
    reading.lose(cells);
    if (cells[0]) reading.problems.push(rowMissing(cells[0]));
  }
}
