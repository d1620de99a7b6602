import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  officesForOutsiders,
  type OfficeGroup,
} from '../../src/filing/ledger/outsiders/officesForOutsiders.js';
import type { StatisticGroup } from '../../src/filing/ledger/StatisticGroup.js';

const office = (path: string, cases: number, said: Partial<StatisticGroup> = {}): OfficeGroup => ({
  ...{ key: path, path, label: '', cases, answered: cases, medianDays: 9, ninetiethDays: 20, extended: 0 },
  ...{ outcomes: cases > 0 ? [{ outcome: 'disclosed', cases }] : [], ...said },
});
const all = (offices: readonly OfficeGroup[], path: string): StatisticGroup =>
  office(
    path,
    offices.filter((each) => each.path.startsWith(path)).reduce((sum, { cases }) => sum + (cases ?? 0), 0),
  );

test('an agency less one below it does not tell the few that are left', () => {
  const offices = [office('/p/a/', 8), office('/p/b/', 2), office('/p/c/', 20)];
  const open = officesForOutsiders(offices, '/p/');
  expect(open.whole('/p/', all(offices, '/p/')).cases).toBe(30);
  // 30 less 20 less 8 would be the two.
  expect(open.officesBelow('/p/').map(({ cases }) => cases)).toEqual([null, null, 20]);
  expect(open.whole('/p/a/', all(offices, '/p/a/')).cases).toBeNull();
  expect(open.officesBelow('/p/a/').map(({ cases }) => cases)).toEqual([null]);
  expect(open.whole('/p/c/', all(offices, '/p/c/')).cases).toBe(20);
});

test('what is below an agency that is not told is not told either', () => {
  const offices = [office('/p/a/x/', 5), office('/p/a/y/', 6), office('/p/b/', 1), office('/p/c/', 50)];
  const open = officesForOutsiders(offices, '/p/');
  expect(open.officesBelow('/p/').map(({ cases }) => cases)).toEqual([null, null, null, 50]);
});

test('answers that differ by one or two from the cases are not told', () => {
  const offices = [
    office('/p/a/', 10, { answered: 9 }),
    office('/p/b/', 20, { answered: 15 }),
    office('/p/c/', 30),
  ];
  const open = officesForOutsiders(offices, '/p/');
  expect(open.officesBelow('/p/').map(({ cases, answered }) => [cases, answered])).toEqual([
    [10, null],
    [20, null],
    [30, 30],
  ]);
});

/** Offices of a tree of three floors. */
const trees = fc
  .array(
    fc.record({
      path: fc.constantFrom(
        '/p/',
        '/p/a/',
        '/p/b/',
        '/p/a/x/',
        '/p/a/y/',
        '/p/a/z/',
        '/p/b/x/',
        '/p/c/x/',
        '/p/d/',
      ),
      cases: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((some) => [...new Map(some.map((one) => [one.path, office(one.path, one.cases)])).values()]);

test('from all that is told nobody can work out a number of one or two', () => {
  fc.assert(
    fc.property(trees, (offices) => {
      const open = officesForOutsiders(offices, '/p/');
      const nodes = new Set(
        offices.flatMap(({ path }) =>
          [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).slice(1),
        ),
      );
      // Every answer is a sum over offices: a row of 0 and 1 for each, with its number.
      const rows: number[][] = [];
      const tell = (shown: StatisticGroup, isIn: (path: string) => boolean): void => {
        if (shown.cases !== null)
          rows.push([...offices.map(({ path }) => (isIn(path) ? 1 : 0)), shown.cases]);
      };
      for (const node of nodes) tell(open.whole(node, all(offices, node)), (path) => path.startsWith(node));
      for (const shown of open.officesBelow('/p/')) tell(shown, (path) => path === shown.key);
      for (const solved of eliminated(rows)) {
        const [only, ...others] = solved
          .slice(0, -1)
          .flatMap((factor, index) => (factor === 0 ? [] : [index]));
        if (only !== undefined && others.length === 0) expect([1, 2]).not.toContain(offices[only]?.cases);
      }
      // Nothing is hidden where nothing has to be.
      if (offices.every(({ cases }) => cases === 0 || (cases ?? 0) > 2))
        expect(open.officesBelow('/p/').every(({ cases }) => cases !== null)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Gauss: each row with as few unknowns as can be. */
function eliminated(given: readonly (readonly number[])[]): number[][] {
  const rows = given.map((row) => [...row]);
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 1) - 1; column += 1) {
    const found = rows.findIndex((row, index) => index >= done && Math.abs(row[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    [rows[done], rows[found]] = [rows[found]!, rows[done]!];
    const lead = rows[done]!;
    const by = lead[column]!;
    lead.forEach((value, index) => (lead[index] = value / by));
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index === done || Math.abs(factor) < 1e-9) return;
      row.forEach((value, at) => (row[at] = value - factor * (lead[at] ?? 0)));
    });
    done += 1;
  }
  return rows.map((row) => row.map((value) => (Math.abs(value) < 1e-9 ? 0 : value)));
}
