import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportDraft } from '../../importers/draft/draft.js';
import { draftReports } from '../../importers/draft/draftReports.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import type { Form } from '../../src/forms/form.js';
import type { Problem, ProblemCode } from '../../src/problems/problem.js';
import { bendings, bent, readableBendings, type Bending } from '../support/bentReport.js';
import { dressed } from '../support/dressed.js';
import { delimited, distinctNumbers, sheet } from '../support/grids.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const formIds = fc.constantFrom(...forms.map(({ id }) => id));

/** Problems of a whole row, and of a whole table: the cell that they name is its first. */
const ofRow: ReadonlySet<ProblemCode> = new Set(['AMBIGUOUS_ROW', 'ROW_MISSING', 'VALUE_LOST']);
const ofTable: ReadonlySet<ProblemCode> = new Set(['TABLE_MISSING', 'ROW_TWICE']);

function names({ code, cell }: Problem, key: CellKey): boolean {
  if (cell === undefined) return false;
  const [table, row] = cell.split('.');
  const parts = key.split('.');
  return (
    cell === key ||
    (ofRow.has(code) && parts[0] === table && (parts[1] === row || isOneLine(table))) ||
    (ofTable.has(code) && parts[0] === table)
  );
}

/** The three rows of 四 stand on one line. */
function isOneLine(table: string | undefined): boolean {
  return table === 'remedies';
}

interface Differing {
  readonly report: ReportDraft | undefined;
  readonly problems: readonly Problem[];
  /** Cells that are not what was written. */
  readonly cells: readonly {
    readonly key: CellKey;
    readonly value: string | null;
    readonly wanted: string | null;
  }[];
}

function read(form: Form, all: readonly Bending[], asSheet: boolean): Differing {
  const numbers = distinctNumbers(form);
  const { rows, beside, blanks } = bent(form, (key) => numbers.get(key) ?? null, all);
  const main = dressed(asSheet ? sheet(rows) : delimited(rows));
  const others = asSheet ? beside.map((other, index) => sheet(other.rows, `${other.name}${index}`)) : [];
  const inOrder = all.length % 2 === 0 ? [main, ...others] : [...others, main];
  const { reports, problems } = draftReports(inOrder, { blanksAreZero: false });
  const [report] = reports;
  const cells = cellsOf(form).flatMap(({ key }) => {
    const value = report?.cells[key]?.value ?? null;
    const wanted = blanks.has(key) ? null : String(numbers.get(key));
    return value === wanted ? [] : [{ key, value, wanted }];
  });
  return { report, problems, cells };
}

test('a cell comes back right, or blank with a problem that names it', () => {
  fc.assert(
    fc.property(formIds, bendings, fc.boolean(), (id, all, asSheet) => {
      const { report, problems, cells } = read(formById(id)!, all, asSheet);
      if (!report) return expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
      const wrong = cells.filter(
        ({ key, value }) => value !== null || !report.problems.some((found) => names(found, key)),
      );
      expect(wrong).toEqual([]);
      return undefined;
    }),
    { numRuns: runs, seed },
  );
}, 3_600_000);

test('what a person reads at a glance is read', () => {
  fc.assert(
    fc.property(formIds, readableBendings, fc.boolean(), (id, all, asSheet) => {
      const { report, cells } = read(formById(id)!, all, asSheet);
      expect(report).toBeDefined();
      expect(cells).toEqual([]);
    }),
    { numRuns: runs, seed },
  );
}, 3_600_000);
