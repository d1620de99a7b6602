import type { Form, Row, Section, Table } from '../../src/forms/form.js';
import { tablesOf } from '../../src/cells.js';
import { looksLikeValue } from '../draft/readNumber.js';
import type { GridCell } from '../reading/grid.js';
import { LabelIndex, type Likeness } from './labelIndex.js';
import { labelStem } from './labels.js';
import { hasOnlyValuesAfter, hasValuesAfter, type Line } from './line.js';

/** A row of the form found in the file. */
export interface BoundRow {
  readonly table: Table;
  readonly row: Row;
  readonly line: Line;
  /** null when the row lost its label and was found by its place. */
  readonly label: GridCell | null;
  readonly likeness: Likeness;
}

export interface Binding {
  readonly rows: readonly BoundRow[];
  /** Rows that stand in the file more than once. */
  readonly twice: readonly (readonly BoundRow[])[];
}

interface IndexedRow extends Row {
  readonly table: Table;
  readonly row: Row;
  readonly order: number;
}

const indexes = new WeakMap<Form, LabelIndex<IndexedRow>>();

const rank: Readonly<Record<Likeness, number>> = { printed: 0, repaired: 1, similar: 2 };

/** Binds lines to rows of the form by their labels. */
export function bindRows(lines: readonly Line[], form: Form, sections: ReadonlyMap<Line, Section>): Binding {
  const index = rowIndex(form);
  const found = new Map<Row, BoundRow[]>();
  let last: IndexedRow | undefined;
  let grid: Line['grid'] | undefined;
  for (const line of lines) {
    if (line.grid !== grid) last = undefined;
    grid = line.grid;
    // In running text only a line of a table section can be a row.
    const section = sections.get(line);
    if (line.spaced && section?.tables.length === 0) continue;
    const match = labelIn(line, index, last);
    if (!match) continue;
    last = match.indexed;
    const { table, row } = match.indexed;
    const bound = { table, row, line, label: match.label, likeness: match.likeness };
    found.set(row, [...(found.get(row) ?? []), bound]);
  }
  return settle([...found.values()]);
}

/** The rightmost label of a line, beside which its values stand. */
function labelIn(line: Line, index: LabelIndex<IndexedRow>, last: IndexedRow | undefined) {
  for (const label of [...line.cells].reverse()) {
    if (label.number !== null) continue;
    if (looksLikeValue(label) && !(/\p{Script=Han}/u.test(label.text) && labelStem(label.text) !== ''))
      continue;
    const match = index.find(label.text);
    if (!match) continue;
    const indexed = match.line;
    if (indexed.table.printed === 'oneLine' && !hasValuesAfter(line, label.lastColumn)) continue;
    if (match.likeness !== 'printed' && !isInPlace(line, label, indexed, last)) continue;
    return { indexed, label, likeness: match.likeness };
  }
  return undefined;
}

/** 其他 and 总计 are rows only after other rows of their table; elsewhere they head a column. */
function isInPlace(line: Line, label: GridCell, indexed: IndexedRow, last: IndexedRow | undefined): boolean {
  if (labelStem(indexed.row.label).length > 2 || indexed.table.rows.length === 1) return true;
  if (!hasOnlyValuesAfter(line, label.lastColumn)) return false;
  if (indexed.table.rows.length <= 2) return hasValuesAfter(line, label.lastColumn);
  return last?.table === indexed.table && last.order < indexed.order;
}

/** One line a row: the closest spelling, and one with values before one without. */
function settle(candidates: readonly (readonly BoundRow[])[]): Binding {
  const rows: BoundRow[] = [];
  const twice: BoundRow[][] = [];
  for (const all of candidates) {
    const filled = all.filter(({ line, label }) => hasValuesAfter(line, label?.lastColumn ?? -1));
    const usable = filled.length > 0 ? filled : all.slice(0, 1);
    const best = Math.min(...usable.map(({ likeness }) => rank[likeness]));
    const closest = usable.filter(({ likeness }) => rank[likeness] === best);
    const [only] = closest;
    if (!only) continue;
    if (closest.length > 1) twice.push([...closest]);
    else rows.push(only);
  }
  return { rows, twice };
}

function rowIndex(form: Form): LabelIndex<IndexedRow> {
  const known = indexes.get(form);
  if (known) return known;
  const rows = tablesOf(form).flatMap((table) =>
    table.rows.map((row, order): IndexedRow => ({ ...row, table, row, order })),
  );
  const index = new LabelIndex(rows);
  indexes.set(form, index);
  return index;
}
