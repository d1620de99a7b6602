import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../importers/draft/readNumber.js';
import type { GridCell } from '../../importers/reading/grid.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { findCell } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';

const money = findCell(formById('2021')!, 'fees.fees.amount')!;

/** The cells of column A, each with what column B says a person reads there. */
async function cellsOf(name: string, sheet = 0): Promise<readonly (readonly [GridCell, string | null])[]> {
  const { grids, problems } = await readGrids(
    readFileSync(new URL(`../fixtures/traits/${name}`, import.meta.url)),
    name,
  );
  expect(problems).toEqual([]);
  return (grids[sheet]?.rows ?? []).flatMap(({ cells }) => {
    const [cell, wanted] = [0, 1].map((column) => cells.find((each) => each.column === column));
    return cell ? [[cell, wanted?.text ?? null] as const] : [];
  });
}

/** Written by openpyxl, xlwt and LibreOffice: see makeTraits.py. */
describe.each([
  ['formats.xlsx', 13],
  ['formats.xls', 13],
  ['formats.ods', 13],
  ['runs.xlsx', 9],
  ['runs.ods', 9],
  ['runs.xls', 6],
  ['runsByOffice.xls', 9],
  ['struckCells.xlsx', 2],
  ['struckCells.xls', 2],
  ['struckCells.ods', 2],
])('%s', (name, count) => {
  test('each of its cells is read as a person reads it, or told', async () => {
    const cells = await cellsOf(name);
    expect(cells).toHaveLength(count);
    for (const [cell, wanted] of cells) {
      const { value, problems } = readNumber(cell, money, null);
      expect([cell.at, value]).toEqual([cell.at, wanted]);
      if (wanted === null) expect(problems.map(({ severity }) => severity)).toEqual(['error']);
      else if (cell.leftOut || /[²①②¹]/.test(cell.text))
        expect(problems.map(({ code }) => code)).toEqual(['NOTE_IN_CELL']);
    }
  });
});

test.each([
  ['runs.xls', 5],
  ['struckCells.xlsx', 6],
  ['struckCells.xls', 6],
  ['struckCells.ods', 6],
])('%s: what is struck out as a whole cell is not there, and told', async (name, count) => {
  const cells = await cellsOf(name, 1);
  expect(cells).toHaveLength(count);
  for (const [cell] of cells) {
    const { value, problems } = readNumber(cell, money, null);
    expect([cell.at, value, problems.map(({ code }) => code)]).toEqual([cell.at, null, ['NOTE_IN_CELL']]);
  }
});

test.each(['uncalculated.xls', 'texts.xls'])(
  '%s: no formula is read as a number it never had',
  async (name) => {
    const cells = await cellsOf(name);
    expect(cells.length).toBeGreaterThan(3);
    for (const [cell] of cells) expect([cell.at, cell.fault]).toEqual([cell.at, 'FORMULA_NOT_CALCULATED']);
  },
);
