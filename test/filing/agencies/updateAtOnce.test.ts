import { afterAll, beforeAll, expect, test } from 'vitest';
import { importAgencies } from '../../../src/filing/agencies/importAgencies.js';
import { importReports } from '../../../src/filing/importing/importReports.js';
import { form2021 } from '../../../src/forms/2021.js';
import { inTransaction } from '../../../src/database/inTransaction.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, fileOf, importOptions, validValues } from '../../support/drafts.js';
import { actor, filingIn } from '../../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const codes = Array.from({ length: 40 }, (_, index) => `G${index}`);

test('D5: agencies are brought in line with a table while reports of them are imported', async () => {
  const { dataSource } = database;
  const filing = filingIn(dataSource);
  for (const code of codes) await filing.register(code);
  const lines = codes.map((code) => ({ code, name: `${code}新局`, aliases: [] }));
  const update = dataSource.transaction((manager) => importAgencies(manager, actor, lines, { update: true }));
  const imports = Array.from({ length: 6 }, (_, index) => {
    const files = codes.map((agency, place) =>
      fileOf([draftOf(form2021, validValues(form2021), { year: 2021 + index, agency })], `${place}.xlsx`),
    );
    return dataSource.transaction((manager) => importReports(manager, actor, files, importOptions()));
  });
  const [updated, ...imported] = await Promise.all([update, ...imports]);
  expect(updated).toMatchObject({ registered: 0, changed: codes.length });
  for (const outcome of imported) expect(outcome).toMatchObject({ files: expect.arrayContaining([]) });
  const [counted] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM report');
  expect(counted?.count).toBe(6 * codes.length);
});

test('D5: what the database ends for the sake of another is done again, and nothing else is', async () => {
  const { dataSource } = database;
  let tries = 0;
  const answer = await inTransaction(dataSource, async (manager) => {
    tries += 1;
    if (tries < 3)
      await manager.query(`DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`);
    return tries;
  });
  expect(answer).toBe(3);
  let others = 0;
  const failing = inTransaction(dataSource, async (manager) => {
    others += 1;
    await manager.query('SELECT 1 / 0');
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(others).toBe(1);
});
