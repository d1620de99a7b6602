import { afterAll, beforeAll, expect, test } from 'vitest';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const filing = filingIn(database.dataSource);
  await filing.register('A');
  await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency: 'A' })]);
});
afterAll(() => database.close());

test.each([
  ['audit_entry', `UPDATE audit_entry SET actor = '别人'`],
  ['audit_entry', `UPDATE audit_entry SET actor = '别人' WHERE false`],
  ['audit_entry', 'DELETE FROM audit_entry'],
  ['audit_entry', 'TRUNCATE audit_entry'],
  ['report_version', `UPDATE report_version SET "values" = '{}'`],
  ['report_version', 'DELETE FROM report_version'],
  ['report_version', 'TRUNCATE report_version'],
  ['upload', `UPDATE upload SET bytes = ''`],
  ['upload', 'DELETE FROM upload'],
  ['upload', 'TRUNCATE upload CASCADE'],
])('%s only grows: %s is refused', async (table, statement) => {
  const count = () => database.dataSource.query(`SELECT count(*)::int AS count FROM ${table}`);
  const before: unknown = await count();
  await expect(database.dataSource.query(statement)).rejects.toThrow('rows can only be added');
  expect(await count()).toEqual(before);
});
