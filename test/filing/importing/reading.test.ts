import { entriesOf, type CellKey } from '../../../src/cells.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCells, type CellsToImport } from '../../../src/filing/importing/importCells.js';
import { listAgencies } from '../../../src/filing/agencies/listAgencies.js';
import { listFindings } from '../../../src/filing/judging/listFindings.js';
import { listReports, type ReportFilter, type ReportOrder } from '../../../src/filing/reports/listReports.js';
import { loadReport } from '../../../src/filing/reports/loadReport.js';
import { nearestAgencies } from '../../../src/filing/agencies/nearestAgencies.js';
import type { Page } from '../../../src/filing/lists/page.js';
import { registerAgencies } from '../../../src/filing/agencies/registerAgency.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { actorNamed } from '../../support/actors.js';

let database: TestDatabase;
let filing: Filing;
const values = validValues(form2021);
const received: CellKey = 'requests.received.naturalPerson';
const codes = ['甲', '乙', '丙', '丁'];

/** Four agencies, three years each; 乙 has two errors every year. */
beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  for (const code of codes) await filing.register(code, `${code}市城市管理局`, [`${code}城管局`]);
  for (const year of [2021, 2023, 2025])
    await filing.importDrafts(
      codes.map((agency) =>
        draftOf(form2021, agency === '乙' ? withCells(form2021, values, { [received]: '1' }) : values, {
          year,
          agency,
        }),
      ),
    );
});
afterAll(() => database.close());

/** All items of a list, read page by page. */
async function all<Item>(list: (after: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Item> = await list(after);
    items.push(...page.items.map(({ item }) => item));
    if (!page.hasNextPage) return items;
    after = page.items.at(-1)?.cursor ?? null;
  }
}

describe('a list of reports', () => {
  const pages = (orderBy: ReportOrder, filter: ReportFilter = {}) =>
    all((after) => listReports(database.dataSource.manager, actor, { first: 5, after, orderBy, filter }));

  test.each(['AGENCY', 'YEAR', 'CHANGED_DESC', 'ERRORS_DESC'] as const)(
    'by %s has each once',
    async (order) => {
      const reports = await pages(order);
      expect(new Set(reports.map(({ id }) => id)).size).toBe(12);
      const keys = reports.map(
        ({ agency, year, changedAt, errorCount }) =>
          ({
            AGENCY: `${agency.code} ${year}`,
            YEAR: `${year} ${agency.code}`,
            CHANGED_DESC: -changedAt.getTime(),
            ERRORS_DESC: -errorCount,
          })[order],
      );
      expect(keys).toEqual([...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
    },
  );

  test.each([
    [{ years: [2023] }, 4],
    [{ agencies: ['甲', '乙'] }, 6],
    [{ hasErrors: true }, 3],
    [{ hasErrors: false, years: [2021, 2025] }, 6],
    [{ statuses: ['DRAFT'] }, 12],
    [{ statuses: [] }, 0],
    [{ changedAfter: new Date(Date.now() + 60_000) }, 0],
  ])('filtered by %j', async (filter, count) => {
    expect(await pages('AGENCY', filter)).toHaveLength(count);
  });

  test('has as much of each report as is asked for', async () => {
    const { manager } = database.dataSource;
    const query = { first: 1, filter: { agencies: ['乙'] } };
    const [head] = (await listReports(manager, actor, query)).items;
    const [cheap] = (await listReports(manager, actor, query, 'values')).items;
    const [whole] = (await listReports(manager, actor, query, 'cells')).items;
    expect(head?.item.findings).toHaveLength(2);
    expect(head?.item).not.toHaveProperty('values');
    expect(shownValues(form2021, cheap!.item.values)[received]).toBe('1');
    expect(cheap?.item).not.toHaveProperty('raws');
    expect(cheap?.item).not.toHaveProperty('findings');
    expect(whole?.item).toEqual(await loadReport(manager, '乙', 2021));
  });

  test('refuses a cursor of another list', async () => {
    const { items } = await listAgencies(database.dataSource.manager, actor, { first: 1 });
    const list = listReports(database.dataSource.manager, actor, { first: 1, after: items[0]?.cursor });
    expect((await refusalOf(list)).code).toBe('INVALID_REQUEST');
    for (const after of ['', '乱写', Buffer.from('["2024","x"]').toString('base64url')]) {
      const made = listReports(database.dataSource.manager, actor, {
        first: 1,
        after,
        orderBy: 'CHANGED_DESC',
      });
      expect((await refusalOf(made)).code).toBe('INVALID_REQUEST');
    }
  });
});

test('findings of all reports, page by page, filtered', async () => {
  const list = (filter: object) =>
    all((after) => listFindings(database.dataSource.manager, actor, { first: 2, after, filter }));
  expect((await list({ rules: ['R-BALANCE'] })).map(({ report }) => report.year)).toEqual([2021, 2023, 2025]);
  expect(await list({})).toHaveLength(6);
  expect(await list({ severities: ['explain'] })).toEqual([]);
  expect(await list({ agencies: ['乙'], years: [2025] })).toMatchObject([
    { report: { agency: { name: '乙市城市管理局' } }, finding: { rule: 'R-BALANCE', severity: 'error' } },
    { finding: { rule: 'R-APPLICANTS' } },
  ]);
});

describe('agencies', () => {
  test('are listed by code and searched by name, alias and code', async () => {
    const list = (search?: string) =>
      all((after) =>
        listAgencies(database.dataSource.manager, actor, { first: 3, after, filter: { search } }),
      );
    expect((await list()).map(({ code }) => code)).toEqual([...codes].sort());
    expect((await list('乙城管')).map(({ code }) => code)).toEqual(['乙']);
    expect(await list('没有')).toEqual([]);
  });

  test('with nearly the asked name are found', async () => {
    const near = await nearestAgencies(database.dataSource.manager, ['乙市城管局', '%_', ''], null);
    expect(near.get('乙市城管局')?.map(({ code }) => code)).toHaveLength(3);
    expect(near.get('乙市城管局')?.[0]?.code).toBe('乙');
    expect(near.get('%_')).toEqual([]);
  });

  test('are registered once', async () => {
    const refusal = await refusalOf(filing.register('甲'));
    expect([refusal.code, refusal.path]).toEqual(['AGENCY_EXISTS', ['code']]);
    expect((await refusalOf(filing.register(' ', ''))).all.map(({ path }) => path)).toEqual([
      ['code'],
      ['name'],
    ]);
    const list = [
      { code: '甲', name: '又一个', aliases: [] },
      { code: '戊', name: '戊局', aliases: ['戊', '戊局', ' 戊'] },
    ];
    const added = await database.dataSource.transaction((manager) => registerAgencies(manager, actor, list));
    expect(added).toMatchObject([{ code: '戊', aliases: ['戊'] }]);
  });
});

describe('cells without a file', () => {
  const send = (request: Partial<CellsToImport>) =>
    database.dataSource.transaction((manager) =>
      importCells(manager, actorNamed('系统'), {
        agency: '丙',
        year: 2022,
        cells: [],
        blanksAreZero: false,
        ...request,
      }),
    );
  const cells = entriesOf(shownValues(form2021, values)).map(([key, value]) => ({ key, value }));

  test('are filed like a file and compared with what is there', async () => {
    const { report, outcome } = await send({ cells, agency: '丙城管局' });
    expect(outcome).toMatchObject({ status: 'STORED', version: 1 });
    expect(report).toMatchObject({ origin: 'API', uploadSha256: null, agency: { code: '丙' } });
    expect(shownValues(form2021, report.values)).toEqual(shownValues(form2021, values));
    expect((await send({ cells })).outcome).toMatchObject({ status: 'UNCHANGED', version: 1 });
    const changed = await send({
      cells: cells.map((cell) => (cell.key === received ? { ...cell, value: null } : cell)),
    });
    expect(changed.outcome).toMatchObject({ version: 2, diff: [{ cell: received, after: null }] });
  });

  test('left out are blank, or zero when the filer says so', async () => {
    expect((await send({ year: 2024 })).report.values.every((value) => value === null)).toBe(true);
    expect(
      (await send({ year: 2024, blanksAreZero: true })).report.values.every((value) => value === 0n),
    ).toBe(true);
  });

  test.each([
    ['AGENCY_UNKNOWN', { agency: '没有' }, ['agency']],
    ['FORM_UNKNOWN', { form: '1999' }, ['form']],
    ['FORM_UNKNOWN', { year: 2010 }, ['year']],
    ['INVALID_REQUEST', { form: '2021', year: -1 }, ['year']],
    ['CELL_UNKNOWN', { cells: [{ key: 'x.y.z', value: '1' }] }, ['cells', '0', 'key']],
    ['NOT_WHOLE', { cells: [{ key: received, value: '0.5' }] }, ['cells', '0', 'value']],
    ['INVALID_REQUEST', { sections: [{ id: 'x', title: '', text: '' }] }, ['sections', '0', 'id']],
  ] as const)('are refused with %s: %j', async (code, request, path) => {
    const refusal = await refusalOf(send(request));
    expect([refusal.code, refusal.path]).toEqual([code, path]);
  });

  test('may not undo a correction unseen', async () => {
    await filing.correct({ agency: '丁', year: 2025, changes: [{ key: received, value: '5' }] });
    const refusal = await refusalOf(send({ agency: '丁', year: 2025, cells }));
    const index = cells.findIndex(({ key }) => key === received);
    expect([refusal.code, refusal.path]).toEqual(['OVERWRITES_CORRECTION', ['cells', `${index}`, 'value']]);
    const { outcome } = await send({ agency: '丁', year: 2025, cells, overwriteCorrections: true });
    expect(outcome).toMatchObject({ status: 'STORED', version: 3 });
  });
});
