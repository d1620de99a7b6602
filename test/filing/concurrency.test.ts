import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../src/filing/refusal.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { workflowRecords } from '../../src/filing/workflow/workflowRecords.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { listVersions } from '../../src/filing/reports/loadVersions.js';
import { cellsOf, type CellKey } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../support/database.js';
import { draftOf, shownValues, validValues } from '../support/drafts.js';
import { actor, filingIn, type Filing } from '../support/filing.js';

const year = 2024;
const values = validValues(form2021);
let database: TestDatabase;
let filing: Filing;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
afterAll(() => database.close());

test('fifty identical files sent at once store one version', async () => {
  await filing.register('F');
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => filing.importDrafts([draftOf(form2021, values, { year, agency: 'F' })])),
  );
  const statuses = outcomes.map(({ files }) => files[0]?.status);
  expect(statuses.filter((status) => status === 'STORED')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'UNCHANGED')).toHaveLength(49);
  const { id } = await filing.report('F', year);
  expect(await listVersions(database.dataSource.manager, [id])).toHaveLength(1);
});

test('fifty submissions at once are one step', async () => {
  await filing.register('S');
  await filing.importDrafts([draftOf(form2021, values, { year, agency: 'S' })]);
  const submitting = Array.from({ length: 50 }, () =>
    database.dataSource.transaction((manager) =>
      submitReport(manager, actor, { agency: 'S', year, expectedVersion: 1 }),
    ),
  );
  const outcomes = await Promise.allSettled(submitting);
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(refused.map((reason: unknown) => reason instanceof Refusal && reason.code)).toEqual(
    Array.from({ length: 49 }, () => 'STATUS_CONFLICT'),
  );
  const { id, status } = await filing.report('S', year);
  expect(status).toBe('SUBMITTED');
  expect(await workflowRecords.steps(database.dataSource.manager, [id])).toHaveLength(1);
});

/** Who saw an older version looks again and sends again, as people do. */
async function correctUntilTaken(key: CellKey, value: string): Promise<void> {
  for (;;) {
    const { version } = await filing.report('C', year);
    try {
      await filing.correct({ agency: 'C', year, expectedVersion: version, changes: [{ key, value }] });
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'VERSION_CONFLICT') throw error;
    }
  }
}

/** A thousand on the server; the embedded database does one thing after another and takes its time. */
const all = serverUrl === undefined ? 200 : 1000;
const people = 10;

test(`${all} corrections by ${people} people at once lose none, and the chain holds`, async () => {
  await filing.register('C');
  await filing.importDrafts([draftOf(form2021, values, { year, agency: 'C' })]);
  const keys = cellsOf(form2021)
    .filter(({ column }) => column.quantity === 'count')
    .map(({ key }) => key)
    .slice(0, people);
  const each = all / keys.length;
  await Promise.all(
    keys.map(async (key) => {
      for (let time = 1; time <= each; time++) await correctUntilTaken(key, String(10_000 + time));
    }),
  );
  const report = await filing.report('C', year);
  expect(report.version).toBe(1 + all);
  expect(shownValues(form2021, report.values)).toMatchObject(
    Object.fromEntries(keys.map((key) => [key, String(10_000 + each)])),
  );
  const { manager } = database.dataSource;
  const [entries] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE report_id = $1 AND action = 'CELL_CORRECTED'`,
    [report.id],
  );
  expect(entries?.count).toBe(all);
  expect(await verifyAudit(manager, { chain: report.agency.id })).toEqual([]);
}, 300_000);
