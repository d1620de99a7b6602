import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { progressOf } from '../counts.js';
import { versionOf } from '../doubtful.js';
import { stepEach } from '../steps.js';
import { city, units } from '../tree.js';

/** All reports are published. */
export async function published(season: Season): Promise<void> {
  const { administrator, publisher } = season.people;
  const published = await stepEach(publisher, 'reportPublish', { reports: units, versionOf });
  expect(published.map((payload) => at(payload, 'report'))).toEqual(
    units.map((unit) => ({ status: 'PUBLISHED', version: versionOf(unit) })),
  );
  expect(await progressOf(administrator, city)).toEqual({ total: 200, published: 200 });
  await season.expectOthersHidden();
}
