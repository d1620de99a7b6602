import { expect } from 'vitest';
import type { Season } from '../buildSeason.js';
import { progressOf, remindersOf } from '../counts.js';
import { city, codesOf, counties, filers, units } from '../tree.js';

/** Everybody is registered and missing, each with its day. */
export async function registered(season: Season): Promise<void> {
  const { administrator } = season.people;
  expect([units.length, new Set(codesOf(units)).size]).toEqual([200, 200]);
  const found = await administrator.ask(
    `{ agency(code: "${season.own.code}") { depth ancestors { code } } agencies(filter: { under: "${city.code}" }) { totalCount } }`,
  );
  expect(found).toEqual({
    agency: { depth: 3, ancestors: [{ code: city.code }, { code: season.county.code }] },
    agencies: { totalCount: 200 },
  });
  const deadline = { agency: city.code, kind: 'DEPARTMENT', day: '01-20', reason: '市政办〔2025〕1号' };
  await administrator.do('deadlineSet', deadline);
  expect(await progressOf(administrator, city)).toEqual({ total: 200, notStarted: 200 });
  expect(await remindersOf(administrator, city)).toEqual([
    ...codesOf(filers)
      .sort()
      .map((code) => `${code} NONE 2025-01-20`),
    ...codesOf([city, ...counties]).map((code) => `${code} NONE 2025-03-31`),
  ]);
  await season.expectOthersHidden();
}
