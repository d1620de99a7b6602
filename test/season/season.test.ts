import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSeason, type Season } from './buildSeason.js';
import { accepted } from './stages/accepted.js';
import { audited } from './stages/audited.js';
import { consolidated } from './stages/consolidated.js';
import { corrected } from './stages/corrected.js';
import { explained } from './stages/explained.js';
import { imported } from './stages/imported.js';
import { published } from './stages/published.js';
import { registered } from './stages/registered.js';
import { returned } from './stages/returned.js';
import { revised } from './stages/revised.js';
import { submitted } from './stages/submitted.js';
import { workbookText } from './workbookText.js';

let season: Season;
beforeAll(async () => {
  season = await buildSeason();
});
afterAll(() => season.close());

/** Each goes on where the one before ended, and ends with one agency trying every operation on others. */
describe('a season of 200 agencies in three levels', () => {
  test('registered: everybody is missing, each with its day', () => registered(season));
  test('imported: who has not is listed, and sums are of those who have', () => imported(season));
  test('explained: before that a report is not submitted', () => explained(season));
  test('submitted: locked, and no longer reminded', () => submitted(season));
  test('returned: with remarks on cells', () => returned(season));
  test('corrected: with a reason, by the filer alone', () => corrected(season));
  test('accepted: by whoever stands above', () => accepted(season));
  test('consolidated: counties and city are the sums of those below', () => consolidated(season));
  test('published: every one of them', () => published(season));
  test('revised: linked with what changed, and what it was stays readable', () => revised(season));
  test('audited: every chain is whole', () => audited(season));
});

describe('what one agency sees', () => {
  test('the workbook of agencies holds its own and no other', async () => {
    const text = await workbookText(season.service, season.token, '/agencies.xlsx');
    expect(text).toContain(season.own.name);
    for (const { name, code } of [season.other, season.county]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(code);
    }
  });

  // What is not about agencies at all, and the workbook, which only the test above can read.
  test('would be noticed by every operation, were the scope that of the county', async () => {
    expect(await season.unnoticedWithin(season.county)).toEqual([
      'Query._service',
      'Query.viewer',
      'Query.forms',
      'Query.form',
      'Query.rules',
      'GET /ledgers/blank.xlsx',
      'GET /agencies.xlsx',
      'GET /api/v1/forms/:id',
    ]);
  });
});
