import { cellsOf, type CellKey, type Values, entriesOf } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { shownValues, validValues, withCells } from '../support/drafts.js';
import { filers, type Unit } from './tree.js';

export const year = 2024;

type Cells = Readonly<Record<CellKey, string | null>>;

/** A cell that stands in no sum of its report. */
export const licences = 'licensing.licensing.decisions';

/** What an agency alone has: too long to come up by chance. */
export function licencesOf(unit: Unit): string {
  return String(860_197_345 + 1_009 * filers.indexOf(unit));
}

/** The report of the season: every cell filled, every rule kept. */
export function numbersOf(unit: Unit): Values {
  const values = validValues(form2021, filers.indexOf(unit) + 1);
  return withCells(form2021, values, { [licences]: licencesOf(unit) });
}

/** The report of the year before, in which as much was left over as the season began with, and so much more. */
export function numbersBefore(unit: Unit, leftOver = 0): Values {
  const now = numbersNow(unit);
  const before: Record<CellKey, string> = { ...decisionsOf(unit) };
  for (const column of applicants) {
    const more = ['naturalPerson', 'total'].includes(column) ? leftOver : 0;
    const open = String(now(`requests.carriedOver.${column}`) + more);
    Object.assign(before, {
      [`requests.received.${column}`]: open,
      [`requests.carriedForward.${column}`]: open,
    });
  }
  for (const row of ['rules', 'normativeDocuments'])
    before[`documents.${row}.inForce`] = String(
      now(`documents.${row}.inForce`) - now(`documents.${row}.issued`) + now(`documents.${row}.repealed`),
    );
  return withCells(form2021, zeros, before);
}

/** Decisions and fees are those of the year of the season: neither jumped. */
function decisionsOf(unit: Unit): Record<CellKey, string> {
  const shown = Object.entries(shownValues(form2021, numbersOf(unit)));
  return Object.fromEntries(
    shown.flatMap(([key, value]) =>
      /^(licensing|enforcement|fees)\./.test(key) && value ? [[key, value]] : [],
    ),
  );
}

const zeros: Values = cellsOf(form2021).map(() => 0n);
const applicants = cellsOf(form2021)
  .filter(({ row }) => row.id === 'carriedOver')
  .map(({ column }) => column.id);

function numbersNow(unit: Unit): (key: CellKey) => number {
  const shown = shownValues(form2021, numbersOf(unit));
  return (key) => Number(shown[key]);
}

/** One request more of a natural person, granted: these cells go up by one. */
export const oneMoreRequest: readonly CellKey[] = ['received', 'disclosed', 'outcomesTotal'].flatMap(
  (row): CellKey[] => [`requests.${row}.naturalPerson`, `requests.${row}.total`],
);

/** The values with some cells of items changed by so many, and the changes as they are asked for. */
export function plus(values: Values, keys: readonly CellKey[], more: number): Changed {
  const shown = shownValues(form2021, values);
  const cells = Object.fromEntries(keys.map((key) => [key, String(Number(shown[key]) + more)]));
  return {
    values: withCells(form2021, values, cells),
    changes: asChanges(cells),
    differences: keys.map((cell) => ({ cell, before: shown[cell] ?? null, after: cells[cell] ?? null })),
  };
}

interface Changed {
  readonly values: Values;
  readonly changes: readonly { readonly key: CellKey; readonly value: string | null }[];
  readonly differences: readonly { cell: CellKey; before: string | null; after: string | null }[];
}

export function asChanges(cells: Cells): Changed['changes'] {
  return entriesOf(cells).map(([key, value]) => ({ key, value }));
}

/** The sum cell by cell. */
export function sumOf(reports: readonly Values[]): Values {
  return zeros.map((_, position) => reports.reduce((sum, values) => sum + (values[position] ?? 0n), 0n));
}

/** The values as the API gives and takes them. */
export function shown(values: Values): Cells {
  return shownValues(form2021, values);
}
