import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { progressOf, rollUpOf } from '../counts.js';
import { doubtful } from '../doubtful.js';
import * as numbers from '../numbers.js';
import { together } from '../steps.js';
import { soundSections } from '../../support/prose.js';
import { city, cityDepartments, codesOf, counties, filers, offices, type Unit } from '../tree.js';

/** The offices send their numbers, then the departments of the city, with a token of their own. */
export async function imported(season: Season): Promise<void> {
  const { administrator, filerOf } = season.people;
  const importOf = async (unit: Unit, year: number, values = numbers.numbersOf(unit)) => {
    const cells = numbers.asChanges(numbers.shown(values));
    const sections = year === numbers.year ? soundSections.map(({ id, text }) => ({ key: id, text })) : [];
    const input = { agency: unit.code, year, cells, sections };
    return filerOf(unit).do('reportImport', { input }, 'report { explainCount errorCount }');
  };
  await together(doubtful, (unit) => importOf(unit, numbers.year - 1, numbers.numbersBefore(unit, 2)));
  const settled = offices.filter((_, index) => index % 20 === 2);
  await together(settled, (unit) => importOf(unit, numbers.year - 1, numbers.numbersBefore(unit)));
  const imported = await together(
    offices,
    async (unit) => [unit, await importOf(unit, numbers.year)] as const,
  );
  for (const [unit, payload] of imported)
    expect([unit.code, at(payload, 'report')]).toEqual([
      unit.code,
      { explainCount: doubtful.includes(unit) ? 2 : 0, errorCount: 0 },
    ]);
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 13, draft: 187 });
  expect(await rollUpOf(administrator, city, null)).toEqual({
    expected: 190,
    filed: 187,
    missing: codesOf(cityDepartments),
    differences: null,
    values: season.sumOf(offices),
  });
  expect(await rollUpOf(administrator, city, 1)).toMatchObject({
    expected: 12,
    filed: 0,
    missing: codesOf([...counties, ...cityDepartments]),
  });
  await together(cityDepartments, (unit) => importOf(unit, numbers.year));
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 10, draft: 190 });
  expect(await rollUpOf(administrator, city, null)).toMatchObject({
    filed: 190,
    missing: [],
    values: season.sumOf(filers),
  });
  await season.expectOthersHidden();
}
