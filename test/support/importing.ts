import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { ReportDraft } from '../../importers/draft/draft.js';
import type { ImportOutcome } from '../../src/filing/importing/importOutcome.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from './database.js';
import { draftOf, validValues, withCells } from './drafts.js';
import { filingIn, type Filing } from './filing.js';

// Whoever imports this module gets a database of their own, and a fresh agency for every test.
export let database: TestDatabase;
export let filing: Filing;
export let code: string;
export let name: string;
export let alias: string;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  count += 1;
  [code, name, alias] = [`机关${count}`, `安阳市第${count}局`, `第${count}局`];
  await filing.register(code, name, [alias]);
});
afterAll(async () => {
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
  await database.close();
});

export const values = validValues(form2021);
export const received = 'requests.received.naturalPerson';

/** A report of the agency in which some cells are as given. */
export function draft(cells: Record<string, string | null> = {}, year = 2024): ReportDraft {
  return draftOf(form2021, withCells(form2021, values, cells), { year, agency: code });
}

export const statuses = ({ files }: ImportOutcome) => files.map(({ status }) => status);

export const codes = ({ files }: ImportOutcome) =>
  files.map(({ reports }) => reports.flatMap(({ problems }) => problems.map((found) => found.code)));

export async function rows(table: string): Promise<number> {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return row?.count ?? 0;
}
