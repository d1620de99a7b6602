import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { cellsOf } from '../../../src/cells.js';
import { consolidateReport, type ReportToConsolidate } from '../../../src/filing/rollUp/consolidateReport.js';
import { recheckReports } from '../../../src/filing/judging/recheckReports.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { registerTree } from '../../support/registerTree.js';

let database: TestDatabase;
let filing: Filing;
const values = validValues(form2021);
const [key = 'licensing.licensing.decisions'] = cellsOf(form2021).flatMap(({ key, table }) =>
  table.id === 'licensing' ? [key] : [],
);

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  await registerTree(database.dataSource, {
    C: { consolidates: true },
    A: { parent: 'C' },
    B: { parent: 'C' },
    Z: {},
  });
});
afterAll(() => database.close());

const consolidate = (rest: Partial<ReportToConsolidate> = {}) =>
  database.dataSource.transaction((manager) =>
    consolidateReport(manager, actor, {
      agency: 'C',
      year: 2024,
      expectedVersion: null,
      depth: 1,
      reason: '各机关已报齐',
      ...rest,
    }),
  );
const rulesOf = async () => {
  const { findings, stale } = await filing.report('C', 2024);
  const rules = findings.map(({ rule }) => rule).filter((rule) => ['R-ROLLUP', 'R-CHILDREN'].includes(rule));
  return { rules: [...new Set(rules)], stale };
};

describe('a consolidated report', () => {
  test('needs a 汇总户 with reports below it', async () => {
    expect((await refusalOf(consolidate({ agency: 'Z' }))).code).toBe('NOT_CONSOLIDATING');
    expect((await refusalOf(consolidate())).code).toBe('NOTHING_TO_CONSOLIDATE');
    expect((await refusalOf(consolidate({ agency: 'none' }))).code).toBe('AGENCY_UNKNOWN');
    expect((await refusalOf(consolidate({ reason: ' ' }))).code).toBe('REASON_REQUIRED');
  });

  test('is the sum of those below it', async () => {
    await filing.importDrafts([draftOf(form2021, values, { year: 2024, agency: 'A' })]);
    const first = await consolidate();
    expect(first).toMatchObject({ version: 1, status: 'DRAFT', values });
    expect(await rulesOf()).toEqual({ rules: ['R-CHILDREN'], stale: false });
    const entry = await database.dataSource.manager.findOneBy(AuditEntry, { action: 'REPORT_CONSOLIDATED' });
    expect(entry).toMatchObject({ reason: '各机关已报齐', details: { expected: 2, filed: 1, depth: 1 } });
  });

  test('is not made twice from the same numbers, nor over a version nobody saw', async () => {
    expect((await refusalOf(consolidate({ expectedVersion: 1 }))).code).toBe('NOTHING_CHANGED');
    expect((await refusalOf(consolidate())).code).toBe('VERSION_CONFLICT');
    expect((await refusalOf(consolidate({ expectedVersion: 2 }))).code).toBe('VERSION_CONFLICT');
  });

  test('is stale when one below it changes, and says what is wrong once it is checked again', async () => {
    await filing.importDrafts([draftOf(form2021, values, { year: 2024, agency: 'B' })]);
    expect(await rulesOf()).toEqual({ rules: ['R-CHILDREN'], stale: true });
    await recheckReports(database.dataSource, actor);
    expect(await rulesOf()).toEqual({ rules: ['R-ROLLUP'], stale: false });
    const second = await consolidate({ expectedVersion: 1 });
    expect(second.version).toBe(2);
    expect(second.values).toEqual(values.map((value) => (value === null ? null : value * 2n)));
    expect(await rulesOf()).toEqual({ rules: [], stale: false });
    await filing.correct({ agency: 'B', year: 2024, changes: [{ key, value: '1' }] });
    expect(await rulesOf()).toEqual({ rules: [], stale: true });
    await recheckReports(database.dataSource, actor);
    const { findings } = await filing.report('C', 2024);
    expect(findings.filter(({ rule }) => rule === 'R-ROLLUP').map(({ cells }) => cells)).toEqual([[key]]);
  });

  test('that is locked is refused before anything else', async () => {
    const stand = (status: string) =>
      database.dataSource.query(
        `UPDATE report SET status = $1 WHERE agency_id = (SELECT id FROM agency WHERE code = 'C')`,
        [status],
      );
    await stand('SUBMITTED');
    expect((await refusalOf(consolidate({ expectedVersion: 1, reason: '' }))).code).toBe('LOCKED');
    expect((await filing.report('C', 2024)).version).toBe(2);
    await stand('DRAFT');
    expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
  });

  test('of numbers too large to be stored is refused', async () => {
    const large = withCells(form2021, values, { 'fees.fees.amount': '999999999999' });
    const codes = Array.from({ length: 10 }, (_, index) => `L${index}`);
    await registerTree(database.dataSource, {
      L: { consolidates: true },
      ...Object.fromEntries(codes.map((code) => [code, { parent: 'L' }])),
    });
    await filing.importDrafts(codes.map((agency) => draftOf(form2021, large, { year: 2024, agency })));
    expect((await refusalOf(consolidate({ agency: 'L' }))).code).toBe('OUT_OF_RANGE');
  });
});
