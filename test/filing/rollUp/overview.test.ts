import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { valueAt, type CellKey } from '../../../src/cells.js';
import { overviewOf } from '../../../src/filing/rollUp/overviewOf.js';
import type { OverviewRequest } from '../../../src/filing/rollUp/overviewRequest.js';
import { form2019 } from '../../../src/forms/2019.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { registerTree } from '../../support/registerTree.js';

const received = 'requests.received.total';
const other = 'requests.otherHandling.total';
const fees = 'fees.fees.amount';

let database: TestDatabase;
let filing: Filing;
let agency: (code: string) => Agency;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  const county = { level: AgencyLevel.COUNTY, kind: AgencyKind.DEPARTMENT };
  agency = await registerTree(database.dataSource, {
    P: { consolidates: true, kind: AgencyKind.GOVERNMENT, divisionCode: '410000' },
    G: { parent: 'P', name: '安阳市人民政府', kind: AgencyKind.GOVERNMENT, divisionCode: '410500' },
    A: { parent: 'P', ...county, divisionCode: '410502' },
    B: { parent: 'P', ...county, divisionCode: '410503' },
    C: { parent: 'P', level: AgencyLevel.PREFECTURE, kind: AgencyKind.GOVERNMENT, divisionCode: '410100' },
    U: { parent: 'P' },
    E: { parent: 'P', ...county, validTo: '2023-06-30' },
  });
  const drafts = ['A', 'B', 'C', 'U', 'E'].flatMap((code, index) =>
    [2020, 2021, 2022].map((year) => {
      const form = year === 2020 ? form2019 : form2021;
      return draftOf(form, validValues(form, index * 3 + year - 2019), { year, agency: code });
    }),
  );
  await filing.importDrafts(drafts.filter(({ agency: code, year }) => code !== 'U' || year === 2022));
  await filing.importDrafts([draftOf(form2021, validValues(form2021, 40), { year: 2023, agency: 'E' })]);
});
afterAll(() => database.close());

const ask = (rest: Partial<OverviewRequest> = {}) =>
  overviewOf(database.dataSource.manager, {
    agency: agency('P'),
    fromYear: 2021,
    toYear: 2022,
    by: 'LEVEL',
    digits: 2,
    keys: [received, other, fees],
    depth: null,
    ...rest,
  });

async function reported(year: number, key: CellKey, ...codes: string[]): Promise<bigint> {
  const values = await Promise.all(
    codes.map(async (code) => {
      const { form, values } = await filing.report(code, year);
      return valueAt(form, values, key) ?? 0n;
    }),
  );
  return values.reduce((sum, value) => sum + value, 0n);
}

test('groups by level, the year before the first one included, across forms', async () => {
  const { groups, total, nameOf, cells } = await ask();
  expect(groups.map(({ group }) => [group, nameOf(group)])).toEqual([
    ['PREFECTURE', '市级'],
    ['COUNTY', '县级'],
    [null, '未登记'],
  ]);
  expect(cells.map(({ key }) => key)).toEqual([received, other, fees]);
  const [, county] = groups;
  const now = await reported(2021, received, 'A', 'B', 'E');
  const before = await reported(2020, received, 'A', 'B', 'E');
  expect(county?.years[0]).toMatchObject({ year: 2021, filed: 3 });
  expect(county?.years[0]?.values[0]).toMatchObject({ value: now, rank: 1, difference: now - before });
  // （六）其他处理 is one row on the form of 2020 and three on that of 2021.
  const parts = ['supplementOverdue', 'feeOverdue', 'otherReasons'].map(
    (row): CellKey => `requests.${row}.total`,
  );
  let otherNow = 0n;
  for (const part of parts) otherNow += await reported(2021, part, 'A', 'B', 'E');
  const otherBefore = await reported(2020, other, 'A', 'B', 'E');
  expect(county?.years[0]?.values[1]).toMatchObject({ value: otherNow, difference: otherNow - otherBefore });
  // The form of 2020 has no 金额.
  const paid = await reported(2021, fees, 'A', 'B', 'E');
  expect(county?.years[0]?.values[2]).toMatchObject({ value: paid, difference: null, percentage: null });
  expect(groups[2]?.years.map(({ filed }) => filed)).toEqual([0, 1]);
  expect(total.map(({ year, filed }) => [year, filed])).toEqual([
    [2021, 4],
    [2022, 5],
  ]);
  expect(total[1]?.values[0]?.value).toBe(await reported(2022, received, 'A', 'B', 'C', 'U', 'E'));
});

test('leaves out who did not exist at the end of a year', async () => {
  const { total } = await ask({ fromYear: 2022, toYear: 2023 });
  expect(total.map(({ filed }) => filed)).toEqual([5, 0]);
});

test('groups by kind, and by more or less of the division', async () => {
  const kinds = await ask({ by: 'KIND' });
  expect(kinds.groups.map(({ group, years }) => [kinds.nameOf(group), years[1]?.filed])).toEqual([
    ['政府', 1],
    ['部门', 3],
    ['未登记', 1],
  ]);
  const provinces = await ask({ by: 'DIVISION' });
  expect(provinces.groups.map(({ group }) => provinces.nameOf(group))).toEqual(['P局', '未登记']);
  const cities = await ask({ by: 'DIVISION', digits: 4 });
  expect(cities.groups.map(({ group }) => [group, cities.nameOf(group)])).toEqual([
    ['4101', 'C局'],
    ['4105', '安阳市人民政府'],
    [null, '未登记'],
  ]);
  const counties = await ask({ by: 'DIVISION', digits: 6, division: '4105' });
  expect(counties.groups.map(({ group }) => counties.nameOf(group))).toEqual(['410502', '410503']);
});

test('is refused for what cannot be', async () => {
  const path = async (rest: Partial<OverviewRequest>) => (await refusalOf(ask(rest))).path;
  expect(await path({ fromYear: 2012, toYear: 2022 })).toEqual(['toYear']);
  expect(await path({ fromYear: 2023, toYear: 2022 })).toEqual(['toYear']);
  expect(await path({ depth: 0 })).toEqual(['depth']);
  expect(await path({ by: 'DIVISION', digits: 3 })).toEqual(['divisionDigits']);
  expect(await path({ keys: [] })).toEqual(['keys']);
  expect(await path({ keys: Array.from({ length: 21 }, () => received) })).toEqual(['keys']);
  expect((await refusalOf(ask({ keys: ['no.such.cell'] }))).code).toBe('CELL_UNKNOWN');
});
