import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginRun } from '../../../src/filing/importing/collections/importCollection.js';
import { loadImportRun } from '../../../src/filing/importing/imports.js';
import { cancelImport } from '../../../src/filing/importing/runs/runState.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { importOptions } from '../../support/drafts.js';
import { actor, refusalOf } from '../../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('D12: a run whose process died cannot be called off: it has ended already', async () => {
  const { dataSource } = database;
  const begun = await dataSource.transaction((manager) => beginRun(manager, actor, importOptions(), 10));
  const id = begun.id!;
  const cancel = () => dataSource.transaction((manager) => cancelImport(manager, actor, id));
  const lastSeen = (ago: string) =>
    dataSource.query(
      `UPDATE import_run SET seen_at = clock_timestamp() - interval '${ago}' WHERE id = '${id}'`,
    );
  await lastSeen('46 seconds');
  expect((await refusalOf(cancel())).code).toBe('IMPORT_NOT_RUNNING');
  expect(await loadImportRun(dataSource.manager, actor, id)).toMatchObject({
    run: { status: 'FAILED' },
  });
  await lastSeen('1 second');
  await cancel();
  expect(await loadImportRun(dataSource.manager, actor, id)).toMatchObject({ run: { status: 'CANCELLED' } });
});
