import { afterAll, beforeAll, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { setRequirement, type AskedOfReports } from '../../src/filing/season/setRequirement.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../support/filing.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { registerTree } from '../support/registerTree.js';
import { proseOf } from '../support/prose.js';

let database: TestDatabase;
let filing: Filing;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  await registerTree(database.dataSource, {
    CITY: {},
    COUNTY: { parent: 'CITY' },
    TOWN: { parent: 'COUNTY' },
    OTHER: {},
  });
});
afterAll(() => database.close());

const nothing: AskedOfReports = { longestOverview: null, mostLikeness: null, statements: [] };
const set = (agency: string, firstYear: number, asked: AskedOfReports | null) =>
  database.dataSource.transaction((manager) =>
    setRequirement(manager, actor, { agency, firstYear, asked, reason: '某办发〔2024〕1号' }),
  );
const rulesOf = async (agency: string, year: number) =>
  (await filing.report(agency, year)).findings
    .map(({ rule }) => rule)
    .filter((rule) => rule === 'P-LENGTH' || rule === 'P-REQUIRED');
const file = (agency: string, year: number) =>
  filing.importDrafts([
    draftOf(form2021, validValues(form2021), { year, agency, sections: proseOf({}, {}, form2021).sections }),
  ]);

test('what a jurisdiction asks holds for everybody below it, from its year on, and the nearest decides', async () => {
  await set('CITY', 2023, { ...nothing, longestOverview: 10, statements: ['政务公开进社区'] });
  for (const [agency, year] of [
    ['COUNTY', 2022],
    ['COUNTY', 2023],
    ['TOWN', 2024],
    ['OTHER', 2024],
  ] as const)
    await file(agency, year);
  expect(await rulesOf('COUNTY', 2022)).toEqual([]);
  expect(await rulesOf('COUNTY', 2023)).toEqual(['P-LENGTH', 'P-REQUIRED']);
  expect(await rulesOf('TOWN', 2024)).toEqual(['P-LENGTH', 'P-REQUIRED']);
  expect(await rulesOf('OTHER', 2024)).toEqual([]);

  await set('COUNTY', 2024, { ...nothing, longestOverview: 100_000 });
  expect((await filing.report('TOWN', 2024)).stale).toBe(true);
  expect((await filing.report('COUNTY', 2023)).stale).toBe(false);
});

test('what cannot be asked is refused, and so is what is asked already', async () => {
  const asked = { ...nothing, longestOverview: 1000 };
  await set('OTHER', 2024, asked);
  expect(await refusalOf(set('OTHER', 2024, asked))).toMatchObject({ code: 'NOTHING_CHANGED' });
  for (const wrong of [
    { ...nothing, longestOverview: 0 },
    { ...nothing, mostLikeness: 101 },
    { ...nothing, statements: [' '] },
    { ...nothing, statements: Array.from({ length: 21 }, (_, index) => `${index}`) },
  ])
    expect(await refusalOf(set('OTHER', 2024, wrong))).toMatchObject({ code: 'INVALID_REQUEST' });
  expect(await set('OTHER', 2024, null)).toBeNull();
});
