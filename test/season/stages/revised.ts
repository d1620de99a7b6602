import { expect } from 'vitest';
import { at, type Json } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { progressOf, rollUpOf } from '../counts.js';
import { licences, plus } from '../numbers.js';
import { keyOf, reportOf, stepEach } from '../steps.js';
import { below, city, filers, type Unit } from '../tree.js';

const reason = '许可数量漏计一件';

/** A published report is corrected and published again, and so is everything it is part of. */
export async function revised(season: Season): Promise<void> {
  const { other, county } = season;
  const { administrator, publisher, filerOf } = season.people;
  await stepEach(publisher, 'reportReopen', { reports: [other], versionOf: () => 2, more: { reason } });
  expect(await progressOf(administrator, city)).toEqual({ total: 200, published: 199, correcting: 1 });
  const again = { report: keyOf(other), expectedVersion: 2, reason };
  expect(await publisher.refused('reportPublish', again)).toEqual(['NOTHING_CHANGED']);
  await season.expectOthersHidden();

  const asPublished = season.sumOf([other])[licences];
  const { values, changes, differences } = plus(season.reported(other), [licences], 1);
  await filerOf(other).do('cellCorrect', { ...again, changes });
  season.report(other, values);
  const revision = { report: keyOf(other), expectedVersion: 3 };
  expect(await publisher.refused('reportPublish', revision)).toEqual(['REASON_REQUIRED']);
  const fields = 'publication { number reason version { number } changes { cell before after } }';
  expect(await publisher.do('reportPublish', { ...revision, reason }, fields)).toMatchObject({
    publication: { number: 2, reason, version: { number: 3 }, changes: differences },
  });
  expect(await versionAtFirstPublication(season)).toEqual({
    statusAt: 'PUBLISHED',
    asOf: { number: 2, values: { [licences]: asPublished } },
  });
  // The report of the county is due to be checked again: whoever can ask for that knows of it.
  expect(await reportOf(administrator, county, 'checkDue')).toEqual({ checkDue: true });
  await season.expectOthersHidden();

  await consolidateAgain(season, county, below(county));
  await consolidateAgain(season, city, filers);
  expect(await progressOf(administrator, city)).toEqual({ total: 200, published: 200 });
}

/** The other report as it stood when it was published for the first time. */
async function versionAtFirstPublication({ people, other }: Season): Promise<Json> {
  const filer = people.filerOf(other);
  const published = await reportOf(filer, other, 'publications { number publishedAt }');
  expect(at(published, 'publications')).toMatchObject([{ number: 1 }, { number: 2 }]);
  const day = JSON.stringify(at(published, 'publications', 0, 'publishedAt'));
  return reportOf(
    filer,
    other,
    `statusAt(at: ${day}) asOf(at: ${day}) { number values(keys: ["${licences}"]) }`,
  );
}

/** A consolidated report whose sum is no longer right is made anew, and published again. */
async function consolidateAgain(season: Season, unit: Unit, behind: readonly Unit[]): Promise<void> {
  const { administrator, publisher, filerOf } = season.people;
  const sums = season.sumOf(behind);
  expect((await rollUpOf(administrator, unit, 1)).differences).toEqual([
    {
      key: licences,
      declared: String(BigInt(sums[licences] ?? '') - 1n),
      sum: sums[licences],
      difference: '-1',
    },
  ]);
  await stepEach(publisher, 'reportReopen', { reports: [unit], versionOf: () => 2, more: { reason } });
  const report = keyOf(unit);
  await filerOf(unit).do('reportConsolidate', { report, expectedVersion: 2, reason });
  await stepEach(publisher, 'reportPublish', { reports: [unit], versionOf: () => 3, more: { reason } });
  expect((await rollUpOf(administrator, unit, 1)).differences).toEqual([]);
  expect(await reportOf(filerOf(unit), unit, 'checkDue values')).toEqual({ checkDue: false, values: sums });
}
