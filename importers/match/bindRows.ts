import { tablesOf } from '../../src/cells.js';
import type { Form, Row, Section } from '../../src/forms/form.js';
import { isTitleLine } from '../draft/title.js';
import type { BoundRow } from './BoundRow.js';
import { blankCopies } from './areas/blankCopies.js';
import { chooseArea, hasNumbers, type Sheets } from './areas/chooseArea.js';
import type { Likeness } from './labelIndex.js';
import { hasValuesAfter, type Line } from './line.js';
import { rowCandidates } from './areas/rowCandidates.js';
import { headingOf } from './sections.js';
import { areasOf, type TableArea } from './areas/tableAreas.js';
import { headsOf } from './areas/tableHeads.js';

export interface Binding {
  readonly rows: readonly BoundRow[];
  /** Rows that stand in the file more than once. */
  readonly twice: readonly (readonly BoundRow[])[];
  /** Places with numbers beside labels of a table that is read from another place. */
  readonly elsewhere: readonly TableArea[];
  readonly sheets: Sheets;
  /** Lines of copies of the form that nobody filled in. */
  readonly blank: ReadonlySet<Line>;
}

const rank: Readonly<Record<Likeness, number>> = { printed: 0, repaired: 1, similar: 2 };

/** Binds lines to rows of the form by their labels, each table in the one place that is its own. */
export function bindRows(lines: readonly Line[], form: Form, sections: ReadonlyMap<Line, Section>): Binding {
  const heads = new Map(tablesOf(form).map((table) => [table, headsOf(table, lines)]));
  const candidates = rowCandidates(lines, form, sections, heads);
  const titles = new Set(lines.filter(isTitleLine));
  const breaks = lines.flatMap((line, index) => (titles.has(line) || headingOf(line, form) ? [index] : []));
  const all = new Map(
    tablesOf(form).map((table) => [table, areasOf(table, candidates, breaks, heads.get(table) ?? [])]),
  );
  const blank = blankCopies(form, all, lines);
  const isBlank = ({ rows }: TableArea) => [...rows.values()].flat().every(({ line }) => blank.has(line));
  const areas = new Map(
    [...all].map(([table, own]) => [table, blank.size === 0 ? own : own.filter((area) => !isBlank(area))]),
  );
  const sheets = {
    headed: new Set([...heads.values()].flat().map(({ grid }) => grid)),
    titled: new Set([...titles].map(({ grid }) => grid)),
    filled: new Set(
      [...areas.values()]
        .flat()
        .filter(hasNumbers)
        .map(({ grid }) => grid),
    ),
  };
  const rows: BoundRow[] = [];
  const twice: (readonly BoundRow[])[] = [];
  const elsewhere: TableArea[] = [];
  for (const [table, own] of areas) {
    const chosen = chooseArea(own, heads.get(table) ?? [], sheets);
    elsewhere.push(...chosen.elsewhere.filter(hasNumbers));
    for (const copies of copiesIn(chosen.areas)) {
      if (copies.length > 1) twice.push(copies);
      else rows.push(...copies);
    }
  }
  return { rows, twice, elsewhere, sheets, blank };
}

function copiesIn(areas: readonly TableArea[]): BoundRow[][] {
  const copies = new Map<Row, BoundRow[]>();
  for (const area of areas)
    for (const [row, bound] of area.rows) copies.set(row, [...(copies.get(row) ?? []), ...settle(bound)]);
  return [...copies.values()];
}

/** One line a row: the closest spelling, and one with values before one without. */
function settle(all: readonly BoundRow[]): readonly BoundRow[] {
  const filled = all.filter(({ line, label }) => hasValuesAfter(line, label?.lastColumn ?? -1));
  const usable = filled.length > 0 ? filled : all.slice(0, 1);
  const best = Math.min(...usable.map(({ likeness }) => rank[likeness]));
  return usable.filter(({ likeness }) => rank[likeness] === best);
}
