import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { progressOf, rollUpOf } from '../counts.js';
import { keyOf, reportOf, stepEach, together } from '../steps.js';
import { soundSections } from '../../support/prose.js';
import { versionOf } from '../doubtful.js';
import { below, city, counties, filers, type Unit } from '../tree.js';

/** The counties first, then the city: each is the sum of those below. */
export async function consolidated(season: Season): Promise<void> {
  const { administrator, filerOf, reviewerOf } = season.people;
  const consolidate = async (unit: Unit) => {
    await filerOf(unit).do('reportConsolidate', { report: keyOf(unit), reason: '按规定办理' });
    expect((await rollUpOf(administrator, unit, 1)).differences).toEqual([]);
    const changes = soundSections.map(({ id, text }) => ({ section: id, text }));
    await filerOf(unit).do('sectionCorrect', {
      report: keyOf(unit),
      expectedVersion: 1,
      changes,
      reason: '补充文字部分',
    });
    await stepEach(filerOf(unit), 'reportSubmit', { reports: [unit], versionOf });
    await stepEach(reviewerOf(unit), 'reportAccept', {
      reports: [unit],
      versionOf,
      more: { reason: '按规定办理' },
    });
  };
  await together(counties, consolidate);
  for (const unit of counties)
    expect(at(await reportOf(filerOf(unit), unit, 'values'), 'values')).toEqual(season.sumOf(below(unit)));
  expect(await rollUpOf(administrator, city, 1)).toMatchObject({
    expected: 12,
    filed: 12,
    differences: null,
  });
  await consolidate(city);
  expect(at(await reportOf(filerOf(city), city, 'values'), 'values')).toEqual(season.sumOf(filers));
  expect(await progressOf(administrator, city)).toEqual({ total: 200, accepted: 200 });
  await season.expectOthersHidden();
}
