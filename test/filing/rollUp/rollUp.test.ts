import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { cellsOf, findCell, formatValue, type CellKey } from '../../../src/cells.js';
import { childValues } from '../../../src/filing/rollUp/childValues.js';
import { countBlanks } from '../../../src/filing/rollUp/countBlanks.js';
import { differenceTable } from '../../../src/filing/rollUp/differenceTable.js';
import { missingAgencies } from '../../../src/filing/rollUp/missingAgencies.js';
import { rollUpOf, type YearSum } from '../../../src/filing/rollUp/rollUpOf.js';
import type { SumRequest } from '../../../src/filing/rollUp/addends.js';
import { summaryRows } from '../../../src/filing/rollUp/summaryRows.js';
import { form2019 } from '../../../src/forms/2019.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { registerTree } from '../../support/registerTree.js';

const rarely = 'requests.carriedOver.otherOrganization';

let database: TestDatabase;
let filing: Filing;
let agency: (code: string) => Agency;

const cells = cellsOf(form2021);
const [countKey, moneyKey] = [
  cells.find(({ column, table }) => column.quantity !== 'money' && table.id === 'licensing')!.key,
  cells.find(({ column }) => column.quantity === 'money')!.key,
] as const;

/** P stands for C1 and B1, C1 for A1 and A2; N came later, O is gone, M has not filed. */
beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  agency = await registerTree(database.dataSource, {
    P: { consolidates: true, level: AgencyLevel.PROVINCE, kind: AgencyKind.GOVERNMENT },
    C1: { parent: 'P', consolidates: true, level: AgencyLevel.PREFECTURE, divisionCode: '410100' },
    B1: { parent: 'P', level: AgencyLevel.PROVINCE, kind: AgencyKind.DEPARTMENT, divisionCode: '410000' },
    A1: { parent: 'C1', level: AgencyLevel.COUNTY, kind: AgencyKind.DEPARTMENT, divisionCode: '410102' },
    A2: { parent: 'C1', level: AgencyLevel.COUNTY, kind: AgencyKind.TOWNSHIP, divisionCode: '410103' },
    N: { parent: 'C1', validFrom: '2025-01-01' },
    O: { parent: 'C1', validTo: '2024-06-30' },
    M: { parent: 'C1' },
    X: {},
  });
  const file = (code: string, seed: number, changes: Record<CellKey, string | null>, year = 2024) =>
    draftOf(form2021, withCells(form2021, validValues(form2021, seed), changes), { year, agency: code });
  const most = { [countKey]: '999999999999999', [moneyKey]: '999999999999.999999' };
  await filing.importDrafts([
    file('A1', 1, { ...most, [rarely]: null }),
    file('A2', 2, { ...most, [rarely]: '0' }),
    file('B1', 3, { ...most, [rarely]: null }),
    file('C1', 4, { [countKey]: '5', [moneyKey]: '0.1' }),
    file('O', 5, {}, 2024),
    file('N', 6, {}, 2025),
    file('X', 7, {}),
    draftOf(form2019, validValues(form2019), { year: 2020, agency: 'A1' }),
  ]);
});
afterAll(() => database.close());

const sumOf = async (code: string, depth: number | null, rest: Partial<SumRequest> = {}) =>
  rollUpOf(database.dataSource.manager, { agency: agency(code), year: 2024, depth, ...rest });
const blanksOf = ({ rollUp, form }: YearSum) =>
  countBlanks(database.dataSource.manager, rollUp.request, form);
const reported = async (code: string, year = 2024) =>
  shownValues(form2021, (await filing.report(code, year)).values);

async function addedUp(...codes: string[]): Promise<Record<CellKey, string | null>> {
  const values = await Promise.all(codes.map(async (code) => (await filing.report(code, 2024)).values));
  return Object.fromEntries(
    cells.map(({ key, position, column }) => {
      const known = values.flatMap((each) => each[position] ?? []);
      const sum = known.reduce((total, value) => total + value, 0n);
      return [key, known.length === 0 ? null : formatValue(column, sum)];
    }),
  );
}

describe('a sum', () => {
  test('of one level takes consolidated reports, of more what stands behind them', async () => {
    const one = await sumOf('P', 1);
    expect(one.rollUp).toMatchObject({ expected: 2, filed: 2 });
    expect(shownValues(form2021, one.values)).toEqual(await addedUp('B1', 'C1'));
    const two = await sumOf('P', 2);
    expect(two.rollUp).toMatchObject({ expected: 4, filed: 3 });
    expect(shownValues(form2021, two.values)).toEqual(await addedUp('A1', 'A2', 'B1'));
    const all = await sumOf('P', null);
    expect(all.values).toEqual(two.values);
    expect(all.rollUp).toMatchObject({ expected: 4, filed: 3 });
  });

  test('is exact beyond 2³¹, 2⁵³ and 2⁶³', async () => {
    const { values } = await sumOf('P', null);
    const shown = shownValues(form2021, values);
    expect(shown[countKey]).toBe('2999999999999997');
    expect(shown[moneyKey]).toBe('2999999999999.999997');
    await database.dataSource
      .transaction(async (manager) => {
        await manager.query("SET LOCAL session_replication_role = 'replica'");
        await manager.query(
          `UPDATE report_version SET "values"[$1] = 9223372036854775807
         FROM report, agency WHERE report.id = report_id AND report.agency_id = report_version.agency_id
           AND agency.id = report.agency_id
           AND agency.code = ANY('{A1,A2,B1}') AND year = 2024`,
          [(findCell(form2021, countKey)?.position ?? 0) + 1],
        );
        const large = await rollUpOf(manager, { agency: agency('P'), year: 2024, depth: null });
        expect(shownValues(form2021, large.values)[countKey]).toBe('27670116110564327421');
        throw new Error('undo');
      })
      .catch((error: unknown) => expect(error).toMatchObject({ message: 'undo' }));
  });

  test('counts blanks; a cell that is blank everywhere stays blank, one with a zero does not', async () => {
    const all = await sumOf('P', null);
    expect(await blanksOf(all)).toBe(2);
    expect(shownValues(form2021, all.values)[rarely]).toBe('0');
    const departments = await sumOf('P', null, { kinds: [AgencyKind.DEPARTMENT] });
    expect(departments.rollUp).toMatchObject({ expected: 2, filed: 2 });
    expect(await blanksOf(departments)).toBe(2);
    expect(shownValues(form2021, departments.values)).toEqual(await addedUp('A1', 'B1'));
    expect(shownValues(form2021, departments.values)[rarely]).toBeNull();
  });

  test('of another year takes who existed at its end', async () => {
    const later = await sumOf('C1', 1, { year: 2025 });
    expect(later.rollUp).toMatchObject({ expected: 4, filed: 1 });
    expect(shownValues(form2021, later.values)).toEqual(await reported('N', 2025));
    const before = await sumOf('C1', 1, { year: 2023 });
    expect(before.rollUp).toMatchObject({ expected: 4, filed: 0 });
    expect(before.values.every((value) => value === null)).toBe(true);
  });

  test('of some levels, divisions and states', async () => {
    const filed = async (rest: Partial<SumRequest>) => (await sumOf('P', null, rest)).rollUp.filed;
    expect(await filed({ levels: [AgencyLevel.COUNTY] })).toBe(2);
    expect(await filed({ levels: [AgencyLevel.PROVINCE, AgencyLevel.COUNTY] })).toBe(3);
    expect(await filed({ division: '4101' })).toBe(2);
    expect(await filed({ division: '410102' })).toBe(1);
    expect(await filed({ statuses: [ReportStatus.DRAFT] })).toBe(3);
    expect(await filed({ statuses: [ReportStatus.PUBLISHED] })).toBe(0);
  });

  test('leaves reports on another form out, and counts them', async () => {
    await database.dataSource.query(
      `UPDATE report SET year = 2022 WHERE year = 2020 AND agency_id = (SELECT id FROM agency WHERE code = 'A1')`,
    );
    const mixed = await sumOf('C1', 1, { year: 2022 });
    expect(mixed).toMatchObject({ form: form2021, otherForms: 1, rollUp: { filed: 1 } });
    expect(mixed.values.every((value) => value === null)).toBe(true);
  });

  test('that cannot be is refused', async () => {
    expect(await refusalOf(sumOf('P', 0))).toMatchObject({ code: 'INVALID_REQUEST', path: ['depth'] });
    expect(await refusalOf(sumOf('P', 1, { year: 2018 }))).toMatchObject({ code: 'FORM_UNKNOWN' });
  });
});

describe('behind a sum', () => {
  test('who has not filed, page by page', async () => {
    const request = { agency: agency('C1'), year: 2024, depth: 1 };
    const { manager } = database.dataSource;
    const missing = await missingAgencies(manager, request, { first: 50 });
    expect(missing.items.map(({ item }) => item.code)).toEqual(['M']);
    const published = { ...request, statuses: [ReportStatus.PUBLISHED] };
    const first = await missingAgencies(manager, published, { first: 2 });
    expect(first.items.map(({ item }) => item.code)).toEqual(['A1', 'A2']);
    expect([first.hasNextPage, await first.countAll()]).toEqual([true, 3]);
    const next = await missingAgencies(manager, published, { first: 2, after: first.items.at(-1)?.cursor });
    expect(next.items.map(({ item }) => item.code)).toEqual(['M']);
  });

  test('the cells in which a consolidated report differs, and what each agency reported', async () => {
    const report = await filing.report('C1', 2024);
    const sum = await sumOf('C1', 1);
    const table = differenceTable(report.form, report.values, sum.rollUp);
    expect(table.find(({ key }) => key === countKey)).toEqual({
      key: countKey,
      declared: '5',
      sum: '1999999999999998',
      difference: '-1999999999999993',
    });
    expect(table.find(({ key }) => key === moneyKey)).toMatchObject({
      declared: '0.1',
      sum: '1999999999999.999998',
      difference: '-1999999999999.899998',
    });
    expect(differenceTable(form2021, sum.values, sum.rollUp)).toEqual([]);
    const page = await childValues(database.dataSource.manager, sum.rollUp.request, moneyKey, { first: 1 });
    expect(page.items.map(({ item }) => [item.agency.code, item.value])).toEqual([
      ['A1', '999999999999.999999'],
    ]);
    const { cursor } = page.items[0] ?? {};
    const rest = await childValues(database.dataSource.manager, sum.rollUp.request, rarely, {
      first: 5,
      after: cursor,
    });
    expect(rest.items.map(({ item }) => [item.agency.code, item.value])).toEqual([['A2', '0']]);
    expect(await page.countAll()).toBe(2);
  });

  test('the reports line by line are those that were added up', async () => {
    const codes: string[] = [];
    const request = { agency: agency('P'), year: 2024, depth: null };
    for await (const { code } of summaryRows(database.dataSource.manager, request, form2021))
      codes.push(code);
    expect(codes).toEqual(['A1', 'A2', 'B1']);
  });
});
