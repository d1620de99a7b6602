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
  const hours = 60 * 60 * 1000;
  const later = new Date(begun.at.getTime() + 2 * hours);
  const cancel = (at: Date) => dataSource.transaction((manager) => cancelImport(manager, actor, id, at));
  expect((await refusalOf(cancel(later))).code).toBe('IMPORT_NOT_RUNNING');
  expect(await loadImportRun(dataSource.manager, actor, id, later)).toMatchObject({
    run: { status: 'FAILED' },
  });
  await cancel(new Date(begun.at.getTime() + 1000));
  expect(await loadImportRun(dataSource.manager, actor, id)).toMatchObject({ run: { status: 'CANCELLED' } });
});
