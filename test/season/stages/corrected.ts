import { expect } from 'vitest';
import type { Season } from '../buildSeason.js';
import { progressOf, rollUpOf } from '../counts.js';
import { doubtful } from '../doubtful.js';
import * as numbers from '../numbers.js';
import { keyOf, reportOf, stepEach, together } from '../steps.js';
import { city, filers } from '../tree.js';

/** The filer corrects with a reason, and explanations of other cells still hold. */
export async function corrected(season: Season): Promise<void> {
  const { administrator, filerOf } = season.people;
  await together(doubtful, async (unit) => {
    const { values, changes } = numbers.plus(season.reported(unit), numbers.oneMoreRequest, 1);
    const given = { report: keyOf(unit), expectedVersion: 1, changes, reason: `${unit.name}补计一件申请` };
    await filerOf(unit).do('cellCorrect', given);
    season.report(unit, values);
  });
  const fields = 'status version unsettledCount values versions { number origin createdBy }';
  expect(await reportOf(administrator, season.other, fields)).toEqual({
    status: 'RETURNED',
    version: 2,
    unsettledCount: 0,
    values: season.sumOf([season.other]),
    versions: [
      { number: 1, origin: 'API', createdBy: `${season.other.name}填报` },
      { number: 2, origin: 'CORRECTION', createdBy: `${season.other.name}填报` },
    ],
  });
  expect(await rollUpOf(administrator, city, null)).toMatchObject({ values: season.sumOf(filers) });
  await season.expectOthersHidden();
  await together(doubtful, (unit) =>
    stepEach(filerOf(unit), 'reportSubmit', { reports: [unit], versionOf: () => 2 }),
  );
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 10, submitted: 190 });
}
