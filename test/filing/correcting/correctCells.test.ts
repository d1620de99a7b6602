import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cellsOf, type CellKey } from '../../../src/cells.js';
import { findingKey } from '../../../src/checks/index.js';
import type { Finding } from '../../../src/checks/check.js';
import { revertReport, type Reversion } from '../../../src/filing/correcting/revertReport.js';
import { listVersions } from '../../../src/filing/reports/loadVersions.js';
import { historyOf, loadVersion, loadVersionAsOf } from '../../../src/filing/reports/versions.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
let agency: string;
const year = 2024;
const values = validValues(form2021);
const right = shownValues(form2021, values);
const received: CellKey = 'requests.received.naturalPerson';
const disclosed = 'requests.disclosed.business';

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
/** A report of a fresh agency with one wrong cell. */
beforeEach(async () => {
  agency = `C${++counter}`;
  await filing.register(agency);
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, values, { [received]: '1' }), { year, agency }),
  ]);
});
afterAll(() => database.close());

const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const revert = (reversion: Partial<Reversion>) =>
  database.dataSource.transaction((manager) =>
    revertReport(manager, actor, {
      agency,
      year,
      expectedVersion: 1,
      toVersion: 1,
      reason: '更正有误',
      ...reversion,
    }),
  );

describe('a correction', () => {
  test('makes a new version and answers with what it resolved and introduced', async () => {
    const changes = [{ key: received, value: right[received]! }];
    const { report, resolved, introduced } = await filing.correct({ agency, year, changes });
    expect(rules(resolved)).toEqual(['R-BALANCE', 'R-APPLICANTS']);
    expect(introduced).toEqual([]);
    expect(report).toMatchObject({ version: 2, errorCount: 0, findings: [], correctedCells: [received] });
    expect(report).toMatchObject({
      origin: 'CORRECTION',
      uploadSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(shownValues(form2021, report.values)).toEqual(right);
    const position = cellsOf(form2021).find(({ key }) => key === received)!.position;
    expect(report.raws[position]).toBe('1');

    const { manager } = database.dataSource;
    expect((await listVersions(manager, [report.id])).map(({ number, origin }) => [number, origin])).toEqual([
      [1, 'IMPORT'],
      [2, 'CORRECTION'],
    ]);
    const history = await historyOf(manager, report.id, [received, disclosed]);
    expect(history.get(received)).toEqual([
      { key: received, before: null, after: '1', version: 1 },
      { key: received, before: '1', after: right[received], version: 2 },
    ]);
    expect(history.get(disclosed)).toHaveLength(1);
    const [first] = await listVersions(manager, [report.id]);
    const asOf = await loadVersionAsOf(manager, report.id, new Date(first!.createdAt.getTime() - 1));
    expect(asOf).toBeNull();
    expect((await loadVersionAsOf(manager, report.id, new Date()))?.number).toBe(2);
    const earlier = await loadVersion(manager, report.id, 1);
    expect(shownValues(form2021, earlier!.values)[received]).toBe('1');
  });

  test('may blank a cell', async () => {
    const { report } = await filing.correct({ agency, year, changes: [{ key: disclosed, value: null }] });
    expect(shownValues(form2021, report.values)[disclosed]).toBeNull();
  });

  test('as a preview stores nothing and needs no reason', async () => {
    const changes = [{ key: received, value: right[received]! }];
    const preview = await filing.correct({ agency, year, changes, preview: true, reason: '' });
    expect(rules(preview.resolved)).toEqual(['R-BALANCE', 'R-APPLICANTS']);
    expect(preview.report.version).toBe(1);
    expect(await filing.report(agency, year)).toEqual(preview.report);
  });

  test.each([
    ['REPORT_NOT_FOUND', { year: 2001 }, ['report']],
    ['REPORT_NOT_FOUND', { agency: '没有' }, ['report']],
    ['REASON_REQUIRED', { reason: ' ' }, ['reason']],
    ['REASON_REQUIRED', { reason: '长'.repeat(501) }, ['reason']],
    ['NOTHING_CHANGED', { changes: [{ key: received, value: '1' }] }, ['changes']],
    ['NOTHING_CHANGED', { changes: [] }, ['changes']],
    ['CELL_UNKNOWN', { changes: [{ key: 'fees.fees.change', value: '1' }] }, ['changes', '0', 'key']],
    ['NOT_A_NUMBER', { changes: [{ key: received, value: '12abc' }] }, ['changes', '0', 'value']],
    ['NOT_WHOLE', { changes: [{ key: received, value: '1.5' }] }, ['changes', '0', 'value']],
    [
      'TOO_PRECISE',
      { changes: [{ key: 'fees.fees.amount', value: '1.2345678' }] },
      ['changes', '0', 'value'],
    ],
    ['OUT_OF_RANGE', { changes: [{ key: received, value: '1'.repeat(16) }] }, ['changes', '0', 'value']],
  ] as const)('is refused with %s: %j', async (code, change, path) => {
    const refusal = await refusalOf(
      filing.correct({ agency, year, changes: [{ key: received, value: '5' }], ...change }),
    );
    expect([refusal.code, refusal.path]).toEqual([code, path]);
    expect((await filing.report(agency, year)).version).toBe(1);
  });

  test('is told everything that is wrong with it at once', async () => {
    const changes = [
      { key: received, value: 'x' },
      { key: received, value: '1' },
    ];
    const refusal = await refusalOf(filing.correct({ agency, year, changes, reason: '' }));
    expect(refusal.all.map(({ code }) => code)).toEqual(['REASON_REQUIRED', 'NOT_A_NUMBER', 'CELL_TWICE']);
  });
});

test('of two corrections at once one wins, the other is told the current value', async () => {
  const correct = (value: string) => filing.correct({ agency, year, changes: [{ key: received, value }] });
  const results = await Promise.allSettled([correct('7'), correct('8')]);
  const won = results.find((result) => result.status === 'fulfilled')!;
  const lost = results.find((result) => result.status === 'rejected')!;
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const current = shownValues(form2021, won.value.report.values)[received];
  const refusal = await refusalOf(Promise.reject(lost.reason));
  expect(refusal.code).toBe('VERSION_CONFLICT');
  expect(refusal.message).toContain('您看到的是第 1 版，现在是第 2 版');
  expect(refusal.message).toContain(`“自然人”列现在是 ${current}`);
  expect((await filing.report(agency, year)).version).toBe(2);
});

test('what a preview resolves and introduces is what applying it does', async () => {
  const cell = fc.constantFrom(...cellsOf(form2021));
  const value = fc.option(fc.integer({ min: -3, max: 20_000 }).map(String), { nil: null });
  const someChanges = fc.uniqueArray(fc.record({ cell, value }), {
    minLength: 1,
    maxLength: 6,
    selector: (change) => change.cell.key,
  });
  let expectedVersion = 1;
  await fc.assert(
    fc.asyncProperty(someChanges, async (some) => {
      const before = await filing.report(agency, year);
      const shown = shownValues(form2021, before.values);
      const changes = some.map(({ cell, value }) => ({ key: cell.key, value }));
      fc.pre(changes.some(({ key, value }) => shown[key] !== value));
      const correction = { agency, year, changes, expectedVersion };
      const preview = await filing.correct({ ...correction, preview: true });
      const applied = await filing.correct(correction);
      expectedVersion += 1;
      const after = await filing.report(agency, year);
      const keys = (findings: readonly Finding[]) => new Set(findings.map(findingKey));
      const without = (findings: readonly Finding[], others: readonly Finding[]) =>
        findings.filter((finding) => !keys(others).has(findingKey(finding)));
      expect(preview.resolved).toEqual(without(before.findings, after.findings));
      expect(preview.introduced).toEqual(without(after.findings, before.findings));
      expect(applied).toMatchObject({ resolved: preview.resolved, introduced: preview.introduced });
    }),
    { numRuns: 40 },
  );
});

describe('a revert', () => {
  test('makes an earlier version current again and loses nothing', async () => {
    await filing.correct({ agency, year, changes: [{ key: received, value: right[received]! }] });
    const { report, introduced, resolved } = await revert({ expectedVersion: 2 });
    expect(report).toMatchObject({ version: 3, origin: 'REVERT', correctedCells: [], errorCount: 2 });
    expect([rules(introduced), rules(resolved)]).toEqual([['R-BALANCE', 'R-APPLICANTS'], []]);
    expect(shownValues(form2021, report.values)[received]).toBe('1');
    const history = await historyOf(database.dataSource.manager, report.id, [received]);
    expect(history.get(received)?.map(({ after }) => after)).toEqual(['1', right[received], '1']);
  });

  test.each([
    ['VERSION_CONFLICT', { expectedVersion: 4 }],
    ['VERSION_NOT_FOUND', { toVersion: 9 }],
    ['NOTHING_CHANGED', { toVersion: 1 }],
    ['REASON_REQUIRED', { reason: '' }],
    ['REPORT_NOT_FOUND', { year: 2001 }],
  ] as const)('is refused with %s: %j', async (code, change) => {
    expect((await refusalOf(revert(change))).code).toBe(code);
  });
});
