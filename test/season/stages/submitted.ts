import { expect } from 'vitest';
import type { Season } from '../buildSeason.js';
import { progressOf, remindersOf, rollUpOf } from '../counts.js';
import * as numbers from '../numbers.js';
import { keyOf, stepEach, together } from '../steps.js';
import { below, city, codesOf, counties, filers } from '../tree.js';

/** Whoever has submitted is locked and no longer reminded. */
export async function submitted(season: Season): Promise<void> {
  const { administrator, filerOf } = season.people;
  await together(filers, (unit) =>
    stepEach(filerOf(unit), 'reportSubmit', { reports: [unit], versionOf: () => 1 }),
  );
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 10, submitted: 190 });
  expect(await remindersOf(administrator, city)).toEqual(
    codesOf([city, ...counties]).map((code) => `${code} NONE 2025-03-31`),
  );
  const { changes } = numbers.plus(numbers.numbersOf(season.own), [numbers.licences], 1);
  const change = { report: keyOf(season.own), expectedVersion: 1, changes, reason: '按规定办理' };
  expect(await filerOf(season.own).refused('cellCorrect', change)).toEqual(['LOCKED']);
  expect(await rollUpOf(administrator, season.county, 1, ['SUBMITTED'])).toMatchObject({
    expected: 21,
    filed: 21,
    values: season.sumOf(below(season.county)),
  });
  await season.expectOthersHidden();
}
