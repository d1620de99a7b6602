import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAudit, type AuditEvent } from '../../../src/filing/audit/appendAudit.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { citusUrl } from '../../support/citus.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../../support/database.js';
import { actor, filingIn } from '../../support/filing.js';
import { statementsOf } from '../../support/statements.js';
import type { Id } from '../../../src/brands/brands.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** What seals an agency as it is. */
function changed(agencyId: Id<'Agency'>): AuditEvent {
  return {
    ...{ chain: agencyId, action: 'AGENCY_CHANGED', reason: '核对', agencyId, reportId: null, version: null },
    ...{ changes: [], details: {} },
  };
}

test.runIf(citusUrl === undefined)(
  'the end of a chain and what its entry vouches for are one statement',
  async () => {
    const { dataSource } = database;
    const { id } = await filingIn(dataSource).register('L1', '锁链局');
    const asked = await statementsOf(dataSource, () =>
      dataSource.transaction((manager) => appendAudit(manager, actor, new Date(), [changed(id)])),
    );
    expect(asked, asked.join('\n')).toHaveLength(4);
    expect(await verifyAudit(dataSource.manager, { chain: id })).toEqual([]);
  },
);

describe.runIf(serverUrl !== undefined)('two writers of one chain', () => {
  test('who waited for the other vouches for what the other stored', async () => {
    const { dataSource } = database;
    const { id } = await filingIn(dataSource).register('L2', '等候局');
    const first = dataSource.createQueryRunner();
    await first.startTransaction();
    await first.query(`UPDATE agency SET name = '改名局' WHERE id = $1`, [id]);
    await appendAudit(first.manager, actor, new Date(), [changed(id)]);
    const second = dataSource.transaction((manager) =>
      appendAudit(manager, actor, new Date(), [changed(id)]),
    );
    await expect
      .poll(() =>
        dataSource.query<unknown[]>(
          citusUrl === undefined
            ? `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
            : 'SELECT waiting_gpid FROM citus_lock_waits',
        ),
      )
      .toHaveLength(1);
    await first.commitTransaction();
    await first.release();
    const [entry] = await second;
    expect(entry?.sequence).toBe(3);
    expect(await verifyAudit(dataSource.manager, { chain: id })).toEqual([]);
  });
});
