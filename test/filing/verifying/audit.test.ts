import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { auditHash } from '../../../src/filing/audit/appendAudit.js';
import { listAuditEntries } from '../../../src/filing/audit/listAuditEntries.js';
import { auditHeads, verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf } from '../../support/filing.js';

const key = 'requests.received.naturalPerson';
let database: TestDatabase;
let agency: Agency;
let counter = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A fresh chain of five entries: registered, imported, corrected three times. */
beforeEach(async () => {
  const filing = filingIn(database.dataSource);
  const code = `A${++counter}`;
  agency = await filing.register(code, '安阳市局', ['安阳局']);
  const values = withCells(form2021, validValues(form2021), { [key]: '1' });
  await filing.importDrafts([draftOf(form2021, values, { year: 2024, agency: code })]);
  for (const version of [1, 2, 3])
    await filing.correct({
      agency: code,
      year: 2024,
      expectedVersion: version,
      reason: `第${version}次“更正”\0`,
      changes: [{ key, value: `${version + 1}` }],
    });
});
const verify = async (head?: string) =>
  (await verifyAudit(database.dataSource.manager, { chain: agency.id, head })).map(({ kind, sequence }) => [
    kind,
    sequence,
  ]);
const entries = () =>
  database.dataSource.manager.find(AuditEntry, {
    where: { chain: agency.id },
    order: { sequence: 'ASC' },
  });
const printedHead = async () => (await auditHeads(database.dataSource.manager, agency.id))[0]!;

/** What somebody with all rights on the database can do. */
async function tamper(...statements: string[]): Promise<void> {
  await database.dataSource.transaction(async (manager) => {
    await manager.query("SET LOCAL session_replication_role = 'replica'");
    for (const statement of statements) await manager.query(statement.replaceAll(':chain', `'${agency.id}'`));
  });
}

test('says who did what, when and why, cell by cell', async () => {
  const { items, hasNextPage } = await listAuditEntries(database.dataSource.manager, actor, {
    first: 2,
    filter: { agencies: [agency.code] },
  });
  expect(hasNextPage).toBe(true);
  expect(items.map(({ item }) => item)).toMatchObject([
    { sequence: 5, action: 'CELL_CORRECTED', changes: [{ key, before: '3', after: '4' }], version: 4 },
    { sequence: 4, actor: '测试', reason: '第2次“更正”\ufffd', agencyId: agency.id },
  ]);
  const rest = await listAuditEntries(database.dataSource.manager, actor, {
    first: 10,
    after: items.at(-1)?.cursor,
    filter: { agencies: [agency.code] },
  });
  expect(rest.items.map(({ item }) => item.action)).toEqual([
    ...['CELL_CORRECTED', 'REPORT_IMPORTED', 'AGENCY_REGISTERED'],
  ]);
});

describe('verify', () => {
  test('finds nothing wrong with what was written, with or without a printed head', async () => {
    expect(await verify()).toEqual([]);
    expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
    const early = await printedHead();
    expect(early).toMatch(new RegExp(`^${agency.id}:5:[0-9a-f]{64}$`));
    expect(await verify(early)).toEqual([]);
  });

  test.each([
    [`UPDATE audit_entry SET reason = '别的理由' WHERE chain = :chain AND sequence = 3`],
    [
      `UPDATE audit_entry SET at = (at AT TIME ZONE 'UTC' + interval '1 millisecond') AT TIME ZONE 'UTC' WHERE chain = :chain AND sequence = 3`,
    ],
    [`UPDATE audit_entry SET changes = '[]' WHERE chain = :chain AND sequence = 3`],
    [`UPDATE audit_entry SET version = NULL WHERE chain = :chain AND sequence = 3`],
  ])('names an edited entry: %s', async (statement) => {
    await tamper(statement);
    expect(await verify()).toEqual([['EDITED', 3]]);
    const [found] = await verifyAudit(database.dataSource.manager, { chain: agency.id });
    expect(found?.entry).toBe((await entries())[2]?.id);
  });

  test('names an edited entry whose own hash was made to fit', async () => {
    const third = (await entries())[2]!;
    const hash = auditHash({ ...third, reason: '别的理由' });
    await tamper(
      `UPDATE audit_entry SET reason = '别的理由', hash = '${hash}' WHERE chain = :chain AND sequence = 3`,
    );
    expect(await verify()).toEqual([['EDITED', 3]]);
  });

  test('names removed entries', async () => {
    await tamper('DELETE FROM audit_entry WHERE chain = :chain AND sequence IN (1, 3)');
    expect(await verify()).toEqual([
      ['REMOVED', 1],
      ['REMOVED', 3],
    ]);
  });

  test('names reordered entries', async () => {
    await tamper(
      'UPDATE audit_entry SET sequence = -3 WHERE chain = :chain AND sequence = 3',
      'UPDATE audit_entry SET sequence = 3 WHERE chain = :chain AND sequence = 4',
      'UPDATE audit_entry SET sequence = 4 WHERE chain = :chain AND sequence = -3',
    );
    expect(await verify()).toEqual([
      ['REORDERED', 3],
      ['REORDERED', 4],
    ]);
  });

  test('names a cut-off tail, also when the end of the chain was made to fit and only a printed head tells', async () => {
    const head = await printedHead();
    await tamper('DELETE FROM audit_entry WHERE chain = :chain AND sequence > 3');
    expect(await verify()).toEqual([['CUT_OFF', 4]]);
    expect(await verify(head)).toEqual([['CUT_OFF', 4]]);
    const third = (await entries())[2]!;
    await tamper(`UPDATE audit_chain SET length = 3, head = '${third.hash}' WHERE chain = :chain`);
    // Two versions are left without the entries that made them.
    expect(await verify()).toEqual([
      ['REMOVED', 4],
      ['REMOVED', 4],
      ['EDITED', 3],
    ]);
    expect(await verify(head)).toEqual([['CUT_OFF', 4]]);
  });

  test('tells a chain that was written anew from its printed head', async () => {
    const head = await printedHead();
    const fifth = (await entries())[4]!;
    const hash = auditHash({ ...fifth, reason: '别的理由' });
    await tamper(
      `UPDATE audit_entry SET reason = '别的理由', hash = '${hash}' WHERE chain = :chain AND sequence = 5`,
      `UPDATE audit_chain SET head = '${hash}' WHERE chain = :chain`,
    );
    expect(await verify()).toEqual([]);
    expect(await verify(head)).toEqual([['EDITED', 5]]);
  });

  test('names the entry whose numbers are no longer those stored', async () => {
    const { reportId } = (await entries())[2]!;
    await database.dataSource.transaction(async (manager) => {
      await manager.query("SET LOCAL session_replication_role = 'replica'");
      await manager.query(
        'UPDATE report_version SET "values" = array_append("values"[2:], 7) WHERE report_id = $1 AND number = 2',
        [reportId],
      );
    });
    expect(await verify()).toEqual([['EDITED', 3]]);
  });

  test('refuses what is no printed head', async () => {
    expect((await refusalOf(verify('abc'))).code).toBe('INVALID_REQUEST');
  });
});
