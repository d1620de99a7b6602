import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareReports } from '../../src/filing/reports/compareReports.js';
import { formForYear } from '../../src/forms/index.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn, refusalOf } from '../support/filing.js';

let database: TestDatabase;
const key = 'requests.received.total';

beforeAll(async () => {
  database = await openTestDatabase();
  const filing = filingIn(database.dataSource);
  await filing.register('甲', '甲市城市管理局');
  await filing.register('乙', '乙市城市管理局');
  for (const [year, received] of [
    [2020, '10'],
    [2021, '15'],
    [2024, '5'],
  ] as const) {
    const form = formForYear(year)!;
    const values = withCells(form, validValues(form), { [key]: received });
    await filing.importDrafts([draftOf(form, values, { year, agency: '甲' })]);
  }
});
afterAll(() => database.close());

const compare = (agency: string, years: readonly number[], as = actor) =>
  compareReports(database.dataSource.manager, as, agency, years);

describe('the reports of an agency side by side', () => {
  test('each year once, the earliest first; years without a report are told', async () => {
    const compared = await compare('甲', [2024, 2020, 2021, 2022, 2021]);
    expect(compared).toMatchObject({
      agency: { code: '甲' },
      years: [2020, 2021, 2022, 2024],
      missing: [2022],
    });
    expect(compared?.rows.find((row) => row.key === key)?.values).toEqual([
      { year: 2020, value: '10', difference: null, percentage: null },
      { year: 2021, value: '15', difference: '5', percentage: '50' },
      { year: 2022, value: null, difference: null, percentage: null },
      { year: 2024, value: '5', difference: null, percentage: null },
    ]);
  });

  test('an agency without any report, and none at all', async () => {
    const none = await compare('乙', [2024]);
    expect(none).toMatchObject({ agency: { code: '乙' }, missing: [2024] });
    expect(none?.rows).toHaveLength(200);
    expect(none?.rows.every(({ values }) => values.every(({ value }) => value === null))).toBe(true);
    expect(await compare('丙', [2024])).toBeNull();
    expect((await compare('甲', [1999]))?.rows).toEqual([]);
    const early = await compare('甲', [2018, 2020]);
    expect(early?.missing).toEqual([2018]);
    expect(early?.rows.find((row) => row.key === key)?.values.map(({ value }) => value)).toEqual([
      null,
      '10',
    ]);
  });

  test('what is outside the scope of the token is as if it did not exist', async () => {
    const other = await compare('乙', [2024]);
    const { id: agencyId, code, path } = other!.agency;
    const scope = { agencyId, code, path };
    expect(await compare('甲', [2024], { ...actor, scope })).toBeNull();
    expect(await compare('乙', [2024], { ...actor, scope })).not.toBeNull();
  });

  test('at least one year and at most ten', async () => {
    const years = Array.from({ length: 11 }, (_, index) => 2015 + index);
    expect(await refusalOf(compare('甲', years))).toMatchObject({ code: 'INVALID_REQUEST', path: ['years'] });
    expect(await refusalOf(compare('甲', []))).toMatchObject({ code: 'INVALID_REQUEST' });
    for (const year of [-2_147_483_648, 0, 20244, 2_147_483_647])
      expect(await refusalOf(compare('甲', [2024, year]))).toMatchObject({
        ...{ code: 'INVALID_REQUEST', path: ['years'], message: expect.stringContaining(String(year)) },
      });
    expect((await compare('甲', years.slice(0, 10)))?.years).toHaveLength(10);
  });
});
