import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { recheckReports } from '../../../src/filing/judging/recheckReports.js';
import { setDeadline } from '../../../src/filing/season/setDeadline.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn } from '../../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const set = (day: string | null) =>
  database.dataSource.transaction((manager) =>
    setDeadline(manager, actor, { agency: 'T', kind: AgencyKind.DEPARTMENT, day, reason: '通知' }),
  );

test('D7: several who set a day at once come one after another, and a moved day is held against what came', async () => {
  const filing = filingIn(database.dataSource);
  await filing.register('T', '期限局');
  const days = Array.from({ length: 6 }, (_, index) => `01-1${index}`);
  const all = await Promise.all(days.map(set));
  expect(all.map((deadline) => deadline?.day)).toEqual(days);
  await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency: 'T' })]);
  const request = { agency: 'T', year: 2024, expectedVersion: 1 };
  await database.dataSource.transaction((manager) =>
    submitReport(manager, actor, request, new Date('2025-01-25T03:00:00Z')),
  );
  const rules = async () => (await filing.report('T', 2024)).findings.map(({ rule }) => rule);
  expect(await rules()).toContain('P-LATE');

  await set('01-28');
  expect((await filing.report('T', 2024)).stale).toBe(true);
  await recheckReports(database.dataSource, actor);
  expect(await rules()).not.toContain('P-LATE');
  expect(await filing.report('T', 2024)).toMatchObject({ stale: false, checkCause: CheckCause.SCHEDULE });

  await set('01-20');
  await recheckReports(database.dataSource, actor);
  expect(await rules()).toContain('P-LATE');
});
