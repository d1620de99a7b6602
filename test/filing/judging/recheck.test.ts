import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { ruleSet } from '../../../src/checks/ruleSet.js';
import { listReports } from '../../../src/filing/reports/listReports.js';
import { recheckReports, type RecheckProgress } from '../../../src/filing/judging/recheckReports.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
const values = validValues(form2021);
const carried = 'requests.carriedOver.business';
const forward = 'requests.carriedForward.business';

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  for (const code of ['R1', 'R2', 'R3']) await filing.register(code);
  await filing.importDrafts(
    ['R1', 'R2', 'R3'].flatMap((agency) => [
      draftOf(form2021, values, { year: 2023, agency }),
      draftOf(form2021, withCells(form2021, values, { 'requests.received.total': '1' }), {
        year: 2024,
        agency,
      }),
    ]),
  );
});
/** As after an update of the program: checked by rules of before, which found nothing in 2024. */
beforeEach(() =>
  database.dataSource.query(
    `UPDATE report SET rule_set = 'old', check_cause = 'VERSION', checked_at = '2020-01-01',
       findings = CASE WHEN year = 2024 THEN '[]' ELSE findings END`,
  ),
);
afterAll(() => database.close());

const due = async (checkDue: boolean) => {
  const page = await listReports(database.dataSource.manager, actor, {
    first: 50,
    after: null,
    filter: { checkDue },
  });
  return page.items.length;
};

test('reports checked by other rules are due, and are judged by those of today', async () => {
  const audited = await database.dataSource.manager.countBy(AuditEntry, { action: 'REPORT_CHECKED' });
  expect([await due(true), await due(false)]).toEqual([6, 0]);
  const seen: RecheckProgress[] = [];
  const outcome = await recheckReports(database.dataSource, actor, { onProgress: (now) => seen.push(now) });
  expect(outcome).toEqual({ checked: 6, changed: 3, remaining: 0 });
  expect(seen.at(-1)).toEqual({ checked: 6, changed: 3 });
  expect([await due(true), await due(false)]).toEqual([0, 6]);
  const report = await filing.report('R1', 2024);
  expect(report).toMatchObject({ ruleSet, checkCause: CheckCause.RULES, version: 1 });
  expect(report.errorCount).toBeGreaterThan(0);
  expect(report.checkedAt.getTime()).toBeGreaterThan(Date.parse('2020-01-02'));
  const entries = await database.dataSource.manager.findBy(AuditEntry, { action: 'REPORT_CHECKED' });
  expect(entries).toHaveLength(audited + 3);
  expect(entries.at(-1)).toMatchObject({
    version: 1,
    details: {
      year: 2024,
      cause: 'RULES',
      ruleSetBefore: 'old',
      ruleSet,
      introduced: expect.stringContaining('R-BALANCE'),
      resolved: '',
    },
  });
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
  expect(await recheckReports(database.dataSource, actor)).toEqual({ checked: 0, changed: 0, remaining: 0 });
});

test('a filter and a limit leave the others due', async () => {
  const some = { filter: { years: [2024] }, most: 2 };
  expect(await recheckReports(database.dataSource, actor, some)).toEqual({
    checked: 2,
    changed: 2,
    remaining: 1,
  });
  expect(await due(true)).toBe(4);
});

test('who may see some agencies only re-checks theirs', async () => {
  const { agency } = await filing.report('R2', 2024);
  const scope = { agencyId: agency.id, code: agency.code, path: agency.path };
  expect(await recheckReports(database.dataSource, { ...actor, scope })).toEqual({
    checked: 2,
    changed: 1,
    remaining: 0,
  });
});

test('a restated year has the next one checked again, and it says why', async () => {
  await filing.correct({ agency: 'R3', year: 2023, changes: [{ key: forward, value: '4321' }] });
  const next = await filing.report('R3', 2024);
  expect(next).toMatchObject({ checkCause: CheckCause.LAST_YEAR, ruleSet, version: 1 });
  expect(next.findings).toContainEqual(
    expect.objectContaining({
      rule: 'R-CARRY',
      cells: [carried],
      left: shownValues(form2021, values)[carried],
      right: '4321',
    }),
  );
  expect(await filing.report('R3', 2023)).toMatchObject({ checkCause: CheckCause.VERSION, version: 2 });
});
