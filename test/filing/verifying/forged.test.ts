import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntityManager } from 'typeorm';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import { Role } from '../../../entities/access/Role.js';
import { appendAudit, type AuditEvent } from '../../../src/filing/audit/appendAudit.js';
import { chooseAlgorithm } from '../../../src/filing/audit/auditAlgorithm.js';
import { createAccount } from '../../../src/filing/people/createAccount.js';
import { createToken } from '../../../src/filing/tokens/tokens.js';
import { clocksRanBack } from '../../../src/filing/verifying/clocksRanBack.js';
import { auditHeads, verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { publishReport } from '../../../src/filing/workflow/publishReport.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../../src/filing/workflow/takeStep.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues } from '../../support/drafts.js';
import { actor, filingIn } from '../../support/filing.js';
import { proseOf } from '../../support/prose.js';
import type { Id } from '../../../src/brands/brands.js';

let database: TestDatabase;
let heads: string[];
const year = 2024;
const key = 'fees.fees.amount';

/** Two agencies; one with a report that was corrected, published and revised, and what it takes to work on it. */
beforeAll(async () => {
  database = await openTestDatabase();
  const { dataSource } = database;
  const filing = filingIn(dataSource);
  const agency = await filing.register('F1', '封存局');
  await filing.register('F2', '无报告局');
  const values = validValues(form2021);
  const { sections } = proseOf();
  await filing.importDrafts([draftOf(form2021, values, { year, agency: 'F1', sections })]);
  await filing.importDrafts([draftOf(form2021, values, { year: year + 1, agency: 'F1', sections })]);
  const own = shownValues(form2021, values)[key] ?? '0';
  for (const [version, value] of [`${Number(own) + 1}`, own].entries())
    await filing.correct({ agency: 'F1', year, expectedVersion: version + 1, changes: [{ key, value }] });
  const at = { agency: 'F1', year, expectedVersion: 3 };
  await dataSource.transaction((manager) => submitReport(manager, actor, at));
  await dataSource.transaction((manager) =>
    takeStep(manager, actor, { request: { ...at, reason: '核对无误' }, name: 'accept' }),
  );
  await dataSource.transaction((manager) => publishReport(manager, actor, { ...at, reason: '首次发布' }));
  await dataSource.transaction((manager) =>
    createToken(manager, actor, { name: '平台', role: Role.READER, scope: 'F1', expiresAt: null }),
  );
  await dataSource.transaction((manager) =>
    createAccount(manager, actor, {
      ...{ name: 'zhang', displayName: '张三', telephone: null },
      offices: [{ role: Role.FILER, agency: 'F1' }],
    }),
  );
  // The last entry of the chain vouches for nothing but itself.
  await dataSource.transaction((manager) => appendAudit(manager, actor, new Date(), [lastEvent(agency.id)]));
  heads = await auditHeads(dataSource.manager, agency.id);
});
afterAll(() => database.close());

/** What changes nothing, and so vouches for nothing. */
function lastEvent(chain: Id<'Agency'>): AuditEvent {
  return {
    ...{ chain, action: 'TOKEN_USED', reason: null, agencyId: chain, reportId: null, version: null },
    ...{ changes: [], details: {} },
  };
}

test('a chain goes on from SHA-256 to SM3, and with a clock that runs back', async () => {
  const { dataSource } = database;
  const filing = filingIn(dataSource);
  const { id } = await filing.register('S1', '商密局');
  await dataSource.transaction((manager) => chooseAlgorithm(manager, 'SM3'));
  const append = (at: Date) =>
    dataSource.transaction((manager) => appendAudit(manager, actor, at, [lastEvent(id)]));
  await append(new Date());
  await append(new Date('2020-01-01T00:00:00Z'));
  await dataSource.transaction((manager) => chooseAlgorithm(manager, 'SHA-256'));
  await append(new Date());
  const kept = await dataSource.manager.find(AuditEntry, {
    where: { chain: id },
    order: { sequence: 'ASC' },
  });
  expect(kept.map(({ algorithm }) => algorithm)).toEqual([null, 'SM3', 'SM3', null]);
  const times = kept.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(await verifyAudit(dataSource.manager, { chain: id })).toEqual([]);
  expect(await clocksRanBack(dataSource.manager, id)).toEqual([expect.stringMatching(/第 3 条.*2020\/1\/1/)]);
});

class Undone extends Error {}

/** What somebody with every right on the database can do, with the triggers off; looked at, then undone. */
async function forged(statements: readonly string[], head?: string): Promise<string[]> {
  const { manager } = database.dataSource;
  let found: string[] = [];
  await manager
    .transaction(async (inside: EntityManager) => {
      await inside.query("SET LOCAL session_replication_role = 'replica'");
      for (const statement of statements)
        for (const each of statement.split(';')) await inside.query(each.replaceAll(':chain', chain));
      found = (await verifyAudit(inside, head === undefined ? {} : { head })).map(
        ({ kind, message }) => `${kind} ${message}`,
      );
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return found;
}

const chain = "(SELECT id::text FROM agency WHERE code = 'F1')";
const report =
  "(SELECT report.id FROM report JOIN agency ON agency.id = agency_id WHERE code = 'F1' AND year = 2024)";
const entry = (action: string) =>
  `SELECT id FROM audit_entry WHERE chain = :chain AND action = '${action}' ORDER BY sequence DESC LIMIT 1`;
/** Makes the end of the chain fit what is left of it. */
const fit = `UPDATE audit_chain SET (length, head) = (SELECT sequence, hash FROM audit_entry
  WHERE chain = :chain ORDER BY sequence DESC LIMIT 1) WHERE chain = :chain`;
const cutFrom = (action: string) =>
  `DELETE FROM audit_entry WHERE chain = :chain AND sequence >=
    (SELECT sequence FROM audit_entry WHERE id = (${entry(action)}))`;

const forgeries: readonly (readonly [string, readonly string[]])[] = [
  [
    'the reason of an entry',
    [`UPDATE audit_entry SET reason = '别的理由' WHERE id = (${entry('CELL_CORRECTED')})`],
  ],
  [
    'the actor of an entry',
    [`UPDATE audit_entry SET actor = '别人' WHERE id = (${entry('CELL_CORRECTED')})`],
  ],
  [
    'the address of an entry',
    [`UPDATE audit_entry SET address = '10.0.0.9' WHERE id = (${entry('CELL_CORRECTED')})`],
  ],
  [
    'the agency of an entry',
    [
      `UPDATE audit_entry SET agency_id = (SELECT id FROM agency WHERE code = 'F2') WHERE id = (${entry('CELL_CORRECTED')})`,
    ],
  ],
  ['an entry deleted in the middle', [`DELETE FROM audit_entry WHERE id = (${entry('REPORT_SUBMITTED')})`]],
  ['a tail cut', [cutFrom('REPORT_PUBLISHED')]],
  [
    'two entries swapped',
    [
      'UPDATE audit_entry SET sequence = -3 WHERE chain = :chain AND sequence = 3',
      'UPDATE audit_entry SET sequence = 3 WHERE chain = :chain AND sequence = 4',
      'UPDATE audit_entry SET sequence = 4 WHERE chain = :chain AND sequence = -3',
    ],
  ],
  [
    'values of the current version',
    [`UPDATE report_version SET "values"[1] = 77 WHERE report_id = ${report} AND number = 3`],
  ],
  [
    'values of an old version',
    [`UPDATE report_version SET "values"[1] = 77 WHERE report_id = ${report} AND number = 1`],
  ],
  [
    'the places of the cells of a version',
    [`UPDATE report_version SET places = '{}' WHERE report_id = ${report} AND number = 1`],
  ],
  ['a version deleted', [`DELETE FROM report_version WHERE report_id = ${report} AND number = 2`]],
  [
    'the prose of a version',
    [`UPDATE report_version SET sections = '[]' WHERE report_id = ${report} AND number = 3`],
  ],
  [
    'the raw texts of a version',
    [`UPDATE report_version SET raws = ARRAY['9'] || raws[2:] WHERE report_id = ${report} AND number = 1`],
  ],
  [
    'the author of a version',
    [`UPDATE report_version SET created_by = '别人' WHERE report_id = ${report} AND number = 2`],
  ],
  ['a status', [`UPDATE report SET status = 'DRAFT' WHERE id = ${report}`]],
  [
    'a status, with the step that led there deleted',
    [
      `DELETE FROM report_transition WHERE report_id = ${report} AND to_status = 'PUBLISHED'`,
      `UPDATE report SET status = 'ACCEPTED' WHERE id = ${report}`,
    ],
  ],
  [
    'findings and their count',
    [`UPDATE report SET findings = '[]', error_count = 7, explain_count = 7 WHERE id = ${report}`],
  ],
  [
    'findings of the year after, which is judged against this one',
    [
      `UPDATE report SET error_count = 9 WHERE year = 2025 AND agency_id = (SELECT id FROM agency WHERE code = 'F1')`,
    ],
  ],
  [
    'an invented transition',
    [
      `INSERT INTO report_transition (id, report_id, agency_id, sequence, from_status, to_status, version, at, actor)
       SELECT gen_random_uuid(), report_id, agency_id, 0, 'DRAFT', 'SUBMITTED', 1, at, actor FROM report_transition
       WHERE report_id = ${report} LIMIT 1`,
    ],
  ],
  [
    "a publication's findings",
    [`UPDATE publication SET findings = '[{"rule":"R-BALANCE"}]' WHERE report_id = ${report}`],
  ],
  ["a publication's reason", [`UPDATE publication SET reason = '补发' WHERE report_id = ${report}`]],
  ["an agency's name", [`UPDATE agency SET name = '别的局' WHERE code = 'F1'`]],
  ["an agency's place in the tree", [`UPDATE agency SET path = '/' || path WHERE code = 'F2'`]],
  ["a token's role", [`UPDATE token SET role = 'ADMINISTRATOR' WHERE name = '平台'`]],
  [
    'a token that nobody made',
    [
      `INSERT INTO token (id, name, hash, role, created_at) SELECT gen_random_uuid(), '后门', 'x', role, created_at FROM token LIMIT 1`,
    ],
  ],
  [
    "an account's password",
    [`UPDATE account SET password_hash = (password_hash || 'x') WHERE name = 'zhang'`],
  ],
  ["an account's office", [`UPDATE account_office SET role = 'ADMINISTRATOR', agency_id = NULL`]],
  ["a correction's entry cut off while its version stays", [cutFrom('CELL_CORRECTED'), fit]],
  [
    'a whole chain deleted',
    ['DELETE FROM audit_entry WHERE chain = :chain', 'DELETE FROM audit_chain WHERE chain = :chain'],
  ],
];

describe('what somebody with every right on the database forges', () => {
  test('nothing is found where nothing was forged', async () => {
    expect(await forged([])).toEqual([]);
    expect(await forged([], heads[0])).toEqual([]);
  });

  test.each(forgeries)('%s is found', async (_what, statements) => {
    const found = await forged(statements);
    expect(found).not.toEqual([]);
    for (const message of found) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test('a tail cut with the end of the chain made to fit is found by the head that was printed', async () => {
    const statements = [`DELETE FROM audit_entry WHERE id = (${entry('TOKEN_USED')})`, fit];
    expect(await forged(statements)).toEqual([]);
    expect(await forged(statements, heads[0])).toEqual([expect.stringMatching(/^CUT_OFF /)]);
  });
});
