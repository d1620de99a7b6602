import { afterAll, beforeAll, expect, test } from 'vitest';
import { Role } from '../../../entities/access/Role.js';
import type { Actor } from '../../../src/filing/access/actor.js';
import { daysOf } from '../../../src/filing/season/daysOf.js';
import { loadAgency } from '../../../src/filing/agencies/listAgencies.js';
import { listReports } from '../../../src/filing/reports/listReports.js';
import { makeProposal } from '../../../src/filing/workflow/makeProposal.js';
import { receiptsOf } from '../../../src/filing/workflow/receiptsOf.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../../src/filing/workflow/takeStep.js';
import { waitingSteps } from '../../../src/filing/workflow/waitingSteps.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn, type Filing } from '../../support/filing.js';

const year = 2024;
const now = new Date('2025-01-20T00:00:00Z');
let database: TestDatabase;
let filing: Filing;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  for (const code of ['one', 'two', 'gone']) await filing.register(code);
  await database.dataSource.query(`UPDATE agency SET valid_to = '2023-06-30' WHERE code = 'gone'`);
  await filing.importDrafts([draftOf(form2021, validValues(form2021), { year, agency: 'one' })]);
});
afterAll(() => database.close());

const waitingOf = async (role: Role, scope: string | null = null) => {
  const { manager } = database.dataSource;
  const agency = scope === null ? null : await loadAgency(manager, scope);
  const who: Actor = {
    ...actor,
    role,
    scope: agency && { agencyId: agency.id, code: agency.code, path: agency.path },
  };
  return (await waitingSteps(manager, who, now)).map(({ label, status, count }) => [label, status, count]);
};

test('offices that have not begun wait for whoever fills in, those that are no more do not', async () => {
  expect(await waitingOf(Role.FILER)).toEqual([
    ['待上报', 'DRAFT', 1],
    ['待填报', null, 1],
  ]);
  expect(await waitingOf(Role.FILER, 'two')).toEqual([['待填报', null, 1]]);
  expect(await waitingOf(Role.FILER, 'one')).toEqual([['待上报', 'DRAFT', 1]]);
  expect(await waitingOf(Role.REVIEWER)).toEqual([]);
});

test('a proposed change waits for the office, and its report is found by it', async () => {
  const found = async (undecided: boolean) =>
    (await listReports(database.dataSource.manager, actor, { filter: { undecided }, first: 10 })).items
      .length;
  expect(await found(true)).toBe(0);
  await database.dataSource.transaction((manager) =>
    makeProposal(manager, actor, {
      ...{ agency: 'one', year, expectedVersion: 1, reason: '请与台账核对' },
      changes: [{ key: 'licensing.licensing.decisions', value: '777' }],
    }),
  );
  expect(await waitingOf(Role.FILER, 'one')).toContainEqual(['修改建议待处理', 'DRAFT', 1]);
  expect([await found(true), await found(false)]).toEqual([1, 0]);
});

test('the receipt of each submission is found later as it was handed out, and the season has its days', async () => {
  const step = { agency: 'one', year, expectedVersion: 1 };
  const run = database.dataSource;
  const days = async () => daysOf(run.manager, (await loadAgency(run.manager, 'one'))!, year);
  const first = await run.transaction((manager) => submitReport(manager, actor, step, now));
  expect(await days()).toEqual([
    { day: '2025-01-20', submitted: 1, published: 0, due: 0 },
    { day: '2025-01-31', submitted: 0, published: 0, due: 1 },
  ]);
  await run.transaction((manager) =>
    takeStep(manager, actor, {
      request: { ...step, reason: '再核对一次' },
      name: 'withdraw',
      at: new Date('2025-01-21T00:00:00Z'),
    }),
  );
  expect(await days()).toEqual([{ day: '2025-01-31', submitted: 0, published: 0, due: 1 }]);
  const second = await run.transaction((manager) =>
    submitReport(manager, actor, step, new Date('2025-02-22T00:00:00Z')),
  );
  const kept = await receiptsOf(run.manager, [first.report.id]);
  expect(kept.map(({ stepId, valuesHash, auditHead }) => [stepId, valuesHash, auditHead])).toEqual(
    [first, second].map(({ transition, valuesHash, auditHead }) => [transition.id, valuesHash, auditHead]),
  );
});
