import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { changeAgency } from '../../../src/filing/agencies/changeAgencies.js';
import { explainFinding } from '../../../src/filing/explaining/explainFinding.js';
import { findingId } from '../../../src/filing/explaining/findingId.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
afterAll(() => database.close());

const text = '经核对，属于规范性文件误填为规章，已与法制机构确认，下一年度改正。';
/** Before the last day for the report of 2024. */
const inTime = new Date('2025-01-15T03:00:00Z');
const send = (agency: string, year: number) =>
  filing.importDrafts([draftOf(form2021, validValues(form2021), { year, agency })]);
const submit = (agency: string, year: number) =>
  database.dataSource.transaction((manager) =>
    submitReport(manager, actor, { agency, year, expectedVersion: 1 }, inTime),
  );
const change = (code: string, changes: Parameters<typeof changeAgency>[2]['changes']) =>
  database.dataSource.transaction((manager) =>
    changeAgency(manager, actor, { code, changes, reason: '核定' }),
  );
const checks = (agency: string) =>
  database.dataSource.manager
    .createQueryBuilder(AuditEntry, 'entry')
    .where(
      `entry.action = 'REPORT_CHECKED' AND entry.agency_id = (SELECT id FROM agency WHERE code = :agency)`,
      {
        agency,
      },
    )
    .getMany();

describe('what is done with findings is done with those of today', () => {
  test('D1: a finding that keeps a report from being submitted can be explained, though the agency changed since', async () => {
    await filing.register('C1', '某局');
    await send('C1', 2024);
    await change('C1', { makesRules: false });
    const blocked = await refusalOf(submit('C1', 2024));
    expect(blocked.code).toBe('SUBMISSION_BLOCKED');
    for (const { path } of blocked.all) {
      const [, finding = ''] = path;
      const explained = await database.dataSource.transaction((manager) =>
        explainFinding(manager, actor, { agency: 'C1', year: 2024, expectedVersion: 1, finding, text }),
      );
      expect(findingId(explained.report, explained.finding)).toBe(finding);
      expect(explained.finding.rule).toBe('R-RULEMAKER');
    }
    expect((await submit('C1', 2024)).report.status).toBe('SUBMITTED');
    expect(await checks('C1')).toMatchObject([
      { details: { cause: 'AGENCY', introduced: 'R-RULEMAKER', resolved: '' } },
    ]);
  });

  test('D2: a check at submission says that the agency changed, not what it consolidates', async () => {
    await filing.register('D1', '丁局');
    await send('D1', 2024);
    await change('D1', { kind: AgencyKind.DEPARTMENT });
    expect((await filing.report('D1', 2024)).stale).toBe(true);
    const { report } = await submit('D1', 2024);
    expect(report).toMatchObject({ checkCause: CheckCause.AGENCY, stale: false, status: 'SUBMITTED' });
  });

  test('D2: a check at submission that finds something else leaves an entry that says why', async () => {
    await filing.register('D2', '戊局');
    await send('D2', 2024);
    const found = {
      rule: 'R-BALANCE',
      severity: 'warning',
      cells: [],
      left: null,
      right: null,
      difference: null,
    };
    await database.dataSource.query(
      `UPDATE report SET rule_set = 'old', findings = $1::jsonb
       FROM agency WHERE agency.id = agency_id AND code = 'D2'`,
      [JSON.stringify([{ ...found, message: '按以前的规则。' }])],
    );
    const { report } = await submit('D2', 2024);
    expect(report).toMatchObject({ checkCause: CheckCause.RULES, findings: [] });
    expect(await checks('D2')).toMatchObject([
      {
        version: 1,
        details: { cause: 'RULES', ruleSetBefore: 'old', resolved: 'R-BALANCE', introduced: '' },
      },
    ]);
  });

  test('what a correction brings about is held against what is found today without it', async () => {
    await filing.register('K1', '己局');
    await send('K1', 2024);
    await change('K1', { makesRules: false });
    const changes = [{ key: 'fees.fees.amount', value: '1.5' }] as const;
    const looked = await filing.correct({ agency: 'K1', year: 2024, changes, preview: true });
    expect([looked.resolved, looked.introduced]).toEqual([[], []]);
    expect(await checks('K1')).toEqual([]);
    const corrected = await filing.correct({ agency: 'K1', year: 2024, changes });
    expect([corrected.resolved, corrected.introduced]).toEqual([[], []]);
    expect(corrected.report.findings.map(({ rule }) => rule)).toEqual(['R-RULEMAKER']);
    expect(await checks('K1')).toMatchObject([{ details: { cause: 'AGENCY', introduced: 'R-RULEMAKER' } }]);
  });
});
