import { tablesOf } from '../../../src/cells.js';
import type { Form, Row, Section, Table } from '../../../src/forms/form.js';
import { looksLikeValue } from '../../draft/readNumber.js';
import { isFigure } from '../oneLine/oneLineCells.js';
import type { GridCell } from '../../reading/grid.js';
import type { BoundRow } from '../BoundRow.js';
import { LabelIndex } from '../labelIndex.js';
import { labelStem } from '../labels.js';
import { hasOnlyValuesAfter, hasValuesAfter, type Line } from '../line.js';
import type { TableHead } from './tableHeads.js';

/** A line that may be a row of a table. */
export interface RowCandidate {
  readonly bound: BoundRow;
  /** Of the row in its table, and of the line in the report. */
  readonly order: number;
  readonly index: number;
  /** The head above it in its grid; null where there is none. */
  readonly head: TableHead | null;
  /** The label stands to the right of the whole table whose head is above it. */
  readonly isBeside: boolean;
}

interface IndexedRow extends Row {
  readonly table: Table;
  readonly row: Row;
  readonly order: number;
}

type Heads = ReadonlyMap<Table, readonly TableHead[]>;

const indexes = new WeakMap<Form, LabelIndex<IndexedRow>>();

/** Every label of a row of the form in the lines of a report, in the order of the file. */
export function rowCandidates(
  lines: readonly Line[],
  form: Form,
  sections: ReadonlyMap<Line, Section>,
  heads: Heads,
): RowCandidate[] {
  const index = rowIndex(form);
  const found: RowCandidate[] = [];
  let last: IndexedRow | undefined;
  let grid: Line['grid'] | undefined;
  const headLines = new Set([...heads.values()].flat().flatMap((head) => head.lines));
  lines.forEach((line, place) => {
    // 其他 and 总计 of a head are columns.
    if (headLines.has(place)) return;
    if (line.grid !== grid) last = undefined;
    grid = line.grid;
    // In running text only a line of a table section can be a row.
    const section = sections.get(line);
    if (line.spaced && section?.tables.length === 0) return;
    let hasOwn = false;
    const all = labelsIn(line, index, {
      last,
      headOf: (table) => headAbove(heads.get(table) ?? [], line, place),
    });
    for (const { label, indexed, likeness } of all) {
      const { table, row, order } = indexed;
      const head = headAbove(heads.get(table) ?? [], line, place);
      const isBeside = (head !== null && label.column > head.lastColumn) || isBehindValues(label, all, line);
      // To the left of its own label stand those of its group.
      if (hasOwn && !isBeside) continue;
      if (!isBeside) {
        hasOwn = true;
        last = indexed;
      }
      found.push({ bound: { table, row, line, label, likeness }, order, index: place, head, isBeside });
    }
  });
  return found;
}

function headAbove(heads: readonly TableHead[], line: Line, place: number): TableHead | null {
  return heads.findLast(({ grid, to }) => grid === line.grid && to < place) ?? null;
}

type FoundLabel = Pick<BoundRow, 'likeness'> & { readonly label: GridCell; readonly indexed: IndexedRow };

/** What stands above a line. */
interface Above {
  /** The row found last in its grid. */
  readonly last: IndexedRow | undefined;
  readonly headOf: (table: Table) => TableHead | null;
}

/** The labels of a line, the rightmost first: beside it its values stand. */
function labelsIn(line: Line, index: LabelIndex<IndexedRow>, above: Above): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const label of [...line.cells].reverse()) {
    if (label.number !== null) continue;
    if (looksLikeValue(label) && !(/\p{Script=Han}/u.test(label.text) && labelStem(label.text) !== ''))
      continue;
    const match = index.find(label.text);
    if (!match) continue;
    const indexed = match.line;
    if (indexed.table.printed === 'oneLine' && !startsValues(line, label, index)) continue;
    if (match.likeness !== 'printed' && !isInPlace(line, label, indexed, above)) continue;
    found.push({ indexed, label, likeness: match.likeness });
  }
  return found;
}

/** Between the label of a row and another to the right of it stand values: the row is that of the first. */
function isBehindValues(label: GridCell, all: readonly FoundLabel[], { cells }: Line): boolean {
  return all.some(
    ({ label: first }) =>
      first.column < label.column &&
      cells.some((cell) => first.column < cell.column && cell.column < label.column && isFigure(cell)),
  );
}

/** 四 written with a line for each of its rows: values follow the label, and no other of its rows stands there. */
function startsValues(line: Line, label: GridCell, index: LabelIndex<IndexedRow>): boolean {
  const next = line.cells[line.cells.indexOf(label) + 1];
  if (!next || !looksLikeValue(next)) return false;
  const labels = line.cells.filter((cell) => index.find(cell.text)?.line.table.printed === 'oneLine');
  return labels.length === 1;
}

/** 其他 and 总计 are rows only after other rows of their table; elsewhere they head a column. */
function isInPlace(line: Line, label: GridCell, indexed: IndexedRow, { last, headOf }: Above): boolean {
  if (labelStem(indexed.row.label).length > 2 || indexed.table.rows.length === 1) return true;
  if (!hasOnlyValuesAfter(line, label.lastColumn, headOf(indexed.table)?.lastColumn)) return false;
  if (indexed.table.rows.length <= 2) return hasValuesAfter(line, label.lastColumn);
  return last?.table === indexed.table && last.order < indexed.order;
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
