import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import { formById, forms } from '../../src/forms/index.js';
import { bendings, bent } from '../support/bentReport.js';
import { delimited, distinctNumbers, sheet } from '../support/grids.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);

test('a cell comes back right, or blank with a problem that names it or a cause for the whole report', () => {
  fc.assert(
    fc.property(fc.constantFrom(...forms.map(({ id }) => id)), bendings, fc.boolean(), (id, all, asSheet) => {
      const form = formById(id)!;
      const numbers = distinctNumbers(form);
      const { rows, beside, blanks } = bent(form, (key) => numbers.get(key) ?? null, all);
      const main = asSheet ? sheet(rows) : delimited(rows);
      const others = asSheet ? beside.map((other, index) => sheet(other.rows, `${other.name}${index}`)) : [];
      const inOrder = all.length % 2 === 0 ? [main, ...others] : [...others, main];
      const { reports, problems } = draftReports(inOrder, { blanksAreZero: false });
      const [report] = reports;
      if (!report) return expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
      const isRefused = [...problems, ...report.problems].some(({ severity }) => severity === 'error');
      const named = new Set<CellKey | undefined>(report.problems.map(({ cell }) => cell));
      const wrong = cellsOf(form).flatMap(({ key }) => {
        const value = report.cells[key]?.value ?? null;
        const wanted = blanks.has(key) ? null : String(numbers.get(key));
        if (value === wanted) return [];
        return value === null && (isRefused || named.has(key)) ? [] : [[key, value, wanted]];
      });
      expect(wrong).toEqual([]);
      return undefined;
    }),
    { numRuns: runs },
  );
}, 3_600_000);
