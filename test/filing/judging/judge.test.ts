import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { ReportCells } from '../../../src/filing/reports/storedReport.js';
import { recheckReports } from '../../../src/filing/judging/recheckReports.js';
import { revertReport } from '../../../src/filing/correcting/revertReport.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
let agency: string;
const year = 2024;
/** Its 规章 are more than none. */
const values = validValues(form2021);

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  agency = `J${++counter}`;
  await filing.register(agency);
});
afterAll(() => database.close());

const know = (facts: string) =>
  database.dataSource.query(`UPDATE agency SET ${facts} WHERE code = '${agency}'`);
const rulesOf = ({ findings }: ReportCells) => new Set(findings.map(({ rule }) => rule));

test('what is known of the agency is judged by at every step', async () => {
  await know('makes_rules = false');
  const outcome = await filing.importDrafts([draftOf(form2021, values, { year, agency })]);
  const found = outcome.files[0]?.reports[0]?.findings.map(({ rule }) => rule);
  expect(found).toContain('R-RULEMAKER');
  expect(rulesOf(await filing.report(agency, year))).toContain('R-RULEMAKER');
  const fee = 'fees.fees.amount';
  const { report, introduced } = await filing.correct({ agency, year, changes: [{ key: fee, value: '7' }] });
  expect(introduced.map(({ rule }) => rule)).not.toContain('R-RULEMAKER');
  expect(rulesOf(report)).toContain('R-RULEMAKER');
  const reverted = await database.dataSource.transaction((manager) =>
    revertReport(manager, actor, { agency, year, expectedVersion: 2, toVersion: 1, reason: '更正有误' }),
  );
  expect(rulesOf(reverted.report)).toContain('R-RULEMAKER');
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, values, { 'requests.carriedForward.total': '1' }), {
      year: year - 1,
      agency,
    }),
  ]);
  const again = await filing.report(agency, year);
  expect(again.checkCause).toBe(CheckCause.LAST_YEAR);
  expect(rulesOf(again)).toContain('R-RULEMAKER');
});

test('when more becomes known of the agency, a re-check says so', async () => {
  await filing.importDrafts([draftOf(form2021, values, { year, agency })]);
  expect(rulesOf(await filing.report(agency, year))).not.toContain('R-RULEMAKER');
  await know('makes_rules = false');
  await database.dataSource.query(
    `UPDATE report SET stale = true FROM agency WHERE agency.id = agency_id AND code = '${agency}'`,
  );
  const filter = { agencies: [agency] };
  expect(await recheckReports(database.dataSource, actor, { filter })).toMatchObject({
    checked: 1,
    changed: 1,
  });
  const report = await filing.report(agency, year);
  expect(report).toMatchObject({ checkCause: CheckCause.AGENCY, stale: false, version: 1 });
  expect(rulesOf(report)).toContain('R-RULEMAKER');
});

test('a consolidated report is held against those below it, and due when one of them changes', async () => {
  await know('consolidates = true');
  const child = `${agency}a`;
  await filing.register(child);
  await database.dataSource.query(
    `UPDATE agency SET parent_id = parent.id, path = parent.path || agency.id || '/', depth = 2
     FROM agency AS parent WHERE parent.code = '${agency}' AND agency.code = '${child}'`,
  );
  await filing.importDrafts([draftOf(form2021, values, { year, agency: child })]);
  await filing.importDrafts([draftOf(form2021, values, { year, agency })]);
  expect(rulesOf(await filing.report(agency, year))).not.toContain('R-ROLLUP');
  await filing.correct({ agency: child, year, changes: [{ key: 'fees.fees.amount', value: '7' }] });
  expect((await filing.report(agency, year)).stale).toBe(true);
  await recheckReports(database.dataSource, actor, { filter: { agencies: [agency] } });
  const report = await filing.report(agency, year);
  expect(report).toMatchObject({ checkCause: CheckCause.CHILDREN, stale: false });
  expect(report.findings.filter(({ rule }) => rule === 'R-ROLLUP')).toMatchObject([
    { cells: ['fees.fees.amount'], right: '7' },
  ]);
  const corrected = await filing.correct({
    agency,
    year,
    changes: [{ key: 'fees.fees.amount', value: '7' }],
  });
  expect(corrected.resolved.map(({ rule }) => rule)).toContain('R-ROLLUP');
});
