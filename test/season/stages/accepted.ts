import { expect } from 'vitest';
import type { Season } from '../buildSeason.js';
import { progressOf, rollUpOf } from '../counts.js';
import { versionOf } from '../doubtful.js';
import { stepEach, together } from '../steps.js';
import { below, city, counties, filers } from '../tree.js';

/** Whoever stands above accepts. */
export async function accepted(season: Season): Promise<void> {
  const { administrator, reviewerOf } = season.people;
  await together([city, ...counties], async (above) => {
    const reports = below(above).filter(({ consolidates }) => !consolidates);
    const reviewer = reviewerOf(reports[0]!);
    await stepEach(reviewer, 'reportAccept', { reports, versionOf, more: { reason: '按规定办理' } });
  });
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 10, accepted: 190 });
  expect(await rollUpOf(administrator, city, null, ['ACCEPTED'])).toMatchObject({
    filed: 190,
    values: season.sumOf(filers),
  });
  await season.expectOthersHidden();
}
