import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportDraft } from '../../importers/draft/draft.js';
import type { Grid } from '../../importers/reading/grid.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { draftReports } from '../../importers/draft/draftReports.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import type { Form } from '../../src/forms/form.js';
import type { Problem, ProblemCode } from '../../src/problems/problem.js';
import { bentFile, everyWriter, hiddenBy, type HiddenPart, type Writer } from '../support/bentFiles.js';
import { bendings, bent, readableBendings, type Bending, type BentReport } from '../support/bentReport.js';
import { dressed } from '../support/dressed.js';
import { delimited, distinctNumbers, sheet, type Written } from '../support/grids.js';

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
  readonly isHidden: boolean;
}

/** `sheet` and `delimited` are grids made here; the others are files that the readers of the project open. */
type Way = 'sheet' | 'delimited' | Writer;

const ways = fc.constantFrom<Way>('sheet', 'sheet', 'sheet', 'delimited', 'delimited', ...everyWriter);

async function gridsOf(report: BentReport, way: Way, isLast: boolean): Promise<readonly Grid[]> {
  if (way !== 'sheet' && way !== 'delimited')
    return (await readGrids(bentFile(report, way), `年报.${way}`)).grids;
  const main = dressed(way === 'sheet' ? hiding(sheet(report.rows), report.hidden) : delimited(report.rows));
  const others =
    way === 'sheet'
      ? report.beside.map(({ name, rows, hidden = false }, index) => ({
          ...sheet(rows, `${name}${index}`),
          hidden,
        }))
      : [];
  return isLast ? [...others, main] : [main, ...others];
}

function hiding(grid: Grid, { rows, columns }: BentReport['hidden']): Grid {
  return {
    ...grid,
    hiddenColumns: columns,
    rows: grid.rows.map((row) => (rows.has(row.row) ? { ...row, hidden: true as const } : row)),
  };
}

async function read(form: Form, all: readonly Bending[], way: Way): Promise<Differing> {
  const numbers = distinctNumbers(form);
  const report = bent(form, (key) => numbers.get(key) ?? null, all);
  const grids = await gridsOf(report, way, all.length % 2 === 1);
  const drafts = draftReports(grids, { blanksAreZero: false });
  const [draft] = drafts.reports;
  const problems = [...drafts.problems, ...(draft?.problems ?? [])];
  const cells = cellsOf(form).flatMap(({ key }) => {
    const value = draft?.cells[key]?.value ?? null;
    const wanted = report.blanks.has(key) ? null : String(numbers.get(key));
    return value === wanted ? [] : [{ key, value, wanted }];
  });
  const isHidden = hiddenIn(report, new Set(numbers.values())).some((part) => hides(way).includes(part));
  return { report: draft, problems, cells, isHidden };
}

function hides(way: Way): readonly HiddenPart[] {
  if (way === 'sheet') return ['rows', 'columns', 'sheets'];
  return way === 'delimited' ? [] : hiddenBy(way);
}

/** What is out of sight: a sheet, a row or column with a number of the report. */
function hiddenIn({ rows, beside, hidden }: BentReport, numbers: ReadonlySet<number>): HiddenPart[] {
  const isNumber = (cell: Written | undefined) => typeof cell === 'number' && numbers.has(cell);
  const parts: HiddenPart[] = [];
  if (beside.some((other) => other.hidden)) parts.push('sheets');
  if ([...hidden.rows].some((row) => rows[row]?.some(isNumber))) parts.push('rows');
  if (rows.some((cells) => hidden.columns.some((column) => isNumber(cells[column])))) parts.push('columns');
  return parts;
}

test('a cell comes back right, or blank with a problem that names it; what is hidden is told', async () => {
  await fc.assert(
    fc.asyncProperty(formIds, bendings, ways, async (id, all, way) => {
      const { report, problems, cells, isHidden } = await read(formById(id)!, all, way);
      if (isHidden) expect(problems.map(({ code }) => code)).toContain('HIDDEN_CONTENT');
      if (!report) {
        expect(problems.map(({ severity }) => severity)).toContain('error');
        return;
      }
      const wrong = cells.filter(
        ({ key, value }) => value !== null || !report.problems.some((found) => names(found, key)),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: runs, seed },
  );
}, 3_600_000);

test('what a person reads at a glance is read', async () => {
  await fc.assert(
    fc.asyncProperty(formIds, readableBendings, ways, async (id, all, way) => {
      const { report, cells } = await read(formById(id)!, all, way);
      expect(report).toBeDefined();
      expect(cells).toEqual([]);
    }),
    { numRuns: runs, seed },
  );
}, 3_600_000);
