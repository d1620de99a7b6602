import { expect } from 'vitest';
import { at } from '../../support/server.js';
import type { Season } from '../buildSeason.js';
import { progressOf } from '../counts.js';
import { doubtful } from '../doubtful.js';
import * as numbers from '../numbers.js';
import { keyOf, reportOf, together } from '../steps.js';
import { city, offices } from '../tree.js';

/** Some reports are sent back with remarks on cells, by whoever stands above. */
export async function returned(season: Season): Promise<void> {
  const { administrator, filerOf, reviewerOf } = season.people;
  const [cell = ''] = numbers.oneMoreRequest;
  await together(doubtful, async (unit) => {
    const remarks = [{ cell, text: `${unit.name}漏计一件申请` }];
    const given = {
      report: keyOf(unit),
      expectedVersion: 1,
      reason: `请${unit.name}核对申请数量`,
      remarks,
    };
    const stranger = reviewerOf(offices.find(({ parent }) => parent !== unit.parent)!);
    expect(await stranger.refused('reportReturn', given)).toEqual(['REPORT_NOT_FOUND']);
    const receipt = await reviewerOf(unit).do('reportReturn', given, 'receipt { step { from to } }');
    expect(at(receipt, 'receipt', 'step')).toEqual({ from: 'SUBMITTED', to: 'RETURNED' });
    const seen = await reportOf(filerOf(unit), unit, 'remarks { cell text } nextSteps { operation allowed }');
    expect(seen).toEqual({ remarks, nextSteps: [{ operation: 'reportSubmit', allowed: true }] });
  });
  expect(await progressOf(administrator, city)).toEqual({
    total: 200,
    notStarted: 10,
    submitted: 180,
    returned: 10,
  });
  await season.expectOthersHidden();
}
