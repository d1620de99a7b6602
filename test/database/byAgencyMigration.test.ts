import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityManager } from 'typeorm';
import { Ledger } from '../../entities/ledger/Ledger.js';
import { LedgerVersion } from '../../entities/ledger/LedgerVersion.js';
import { ReportLedger } from '../../entities/ledger/ReportLedger.js';
import { columnOf, placements } from '../../src/database/distribution/placements.js';
import { migrate, undoLastMigration } from '../../src/database/migrate.js';
import { ByAgency1764511200000 } from '../../src/database/migrations/byAgency.js';
import { migrations } from '../../src/database/migrations/index.js';
import { insertCases } from '../../src/filing/ledger/storedCases.js';
import { newId } from '../../src/filing/newId.js';
import { sha256 } from '../../src/filing/sha256.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { makeProposal } from '../../src/filing/workflow/makeProposal.js';
import { publishReport } from '../../src/filing/workflow/publishReport.js';
import { returnReport } from '../../src/filing/workflow/returnReport.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { form2021 } from '../../src/forms/2021.js';
import type { LedgerCase } from '../../src/ledger/LedgerCase.js';
import { openEmptyDatabase, type TestDatabase } from '../support/database.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { proseOf } from '../support/prose.js';

let database: TestDatabase;
const year = 2024;
const spread = Object.keys(placements).filter((table) => columnOf(table) !== null);

beforeAll(async () => {
  database = await openEmptyDatabase();
  await migrate(database.dataSource);
});
afterAll(() => database.close());

const oneCase: LedgerCase = {
  ...{
    number: '1',
    applicant: 'naturalPerson',
    received: '2024-03-01',
    channel: null,
    correctionAsked: null,
  },
  ...{ correctionReceived: null, thirdPartyAsked: null, thirdPartyReplied: null, extended: null },
  ...{
    answered: '2024-03-11',
    outcome: 'open',
    fee: null,
    reconsiderationResult: null,
    litigationRoute: null,
  },
  ...{ litigationResult: null, reconsiderationDecided: null, litigationDecided: null, unread: [] },
};

/** Two reports, one returned with a remark, proposed about and published, and a ledger it was counted from. */
async function file(): Promise<void> {
  const { dataSource } = database;
  const filing = filingIn(dataSource);
  const within = <Answer>(work: (manager: EntityManager) => Promise<Answer>) => dataSource.transaction(work);
  const { id: agencyId } = await filing.register('M1', '搬家局');
  await filing.register('M2', '邻居局');
  const { sections } = proseOf();
  for (const agency of ['M1', 'M2'])
    await filing.importDrafts([draftOf(form2021, validValues(form2021), { year, agency, sections })]);
  const request = { agency: 'M1', year, expectedVersion: 1, reason: '核对' };
  const change = { key: 'licensing.licensing.decisions', value: '3' } as const;
  await within((manager) => makeProposal(manager, actor, { ...request, changes: [change] }));
  await within((manager) => submitReport(manager, actor, request));
  const remarks = [{ cell: null, text: '请核对全部数字' }];
  await within((manager) => returnReport(manager, actor, { ...request, remarks }));
  await within((manager) => submitReport(manager, actor, request));
  await within((manager) => takeStep(manager, actor, { request, name: 'accept' }));
  await within((manager) => publishReport(manager, actor, request));
  const report = await loadReport(dataSource.manager, 'M1', year, 'head');
  if (!report) throw new Error('there is no report');
  const ledgerId = newId<'Ledger'>();
  const changedAt = new Date();
  await dataSource.manager.insert(Ledger, {
    ...{ id: ledgerId, agencyId, year, version: 1, formId: form2021.id, changedAt },
  });
  await dataSource.manager.insert(LedgerVersion, {
    ...{
      ledgerId,
      agencyId,
      number: 1,
      sha256: sha256(''),
      wordsHash: '',
      cases: 1,
      came: 1,
      went: 0,
    },
    ...{ changed: 0, createdAt: changedAt, createdBy: actor.name },
  });
  await insertCases(dataSource.manager, { ledgerId, agencyId, version: 1 }, [oneCase]);
  await dataSource.manager.insert(ReportLedger, {
    ...{ reportId: report.id, agencyId, reportVersion: 1, ledgerId, ledgerVersion: 1 },
  });
}

/** Every row of the tables that are spread, as PostgreSQL writes it, table by table. */
async function kept(): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, string[]> = {};
  for (const table of spread) {
    const rows = await database.dataSource.query<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${table}" AS t ORDER BY 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

test('rows from before agencies stood in keys get theirs, stay what they were, and are as their entries say', async () => {
  const { dataSource } = database;
  await file();
  const before = await kept();
  expect(Object.entries(before).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []))).toEqual([
    'explanation',
    'waiver',
  ]);
  for (let undone = migrations.length; undone > migrations.indexOf(ByAgency1764511200000); undone -= 1)
    await undoLastMigration(dataSource);
  const [column] = await dataSource.query<object[]>(
    "SELECT FROM information_schema.columns WHERE table_name = 'report_version' AND column_name = 'agency_id'",
  );
  expect(column).toBeUndefined();
  await migrate(dataSource);
  expect(await kept()).toEqual(before);
  expect(await verifyAudit(dataSource.manager)).toEqual([]);
  await expect(dataSource.query('UPDATE report_version SET number = 9')).rejects.toThrow(
    'rows can only be added',
  );
});
