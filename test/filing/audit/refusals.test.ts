import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database/dataSource.js';
import { auditRefusal, recordCounted } from '../../../src/filing/audit/auditRefusal.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { actor } from '../../support/filing.js';

let database: TestDatabase;
/** Of two processes, where a server is there for both. */
let processes: readonly DataSource[];
beforeAll(async () => {
  database = await openTestDatabase();
  const { dataSource, url } = database;
  processes = url === null ? [dataSource] : [dataSource, await openDatabase({ url })];
});
afterAll(async () => {
  for (const other of processes.slice(1)) await other.destroy();
  await database.close();
});

const attempt = { operation: 'Mutation.cellCorrect', code: 'VERSION_CONFLICT' } as const;
const refuse = (index: number, code: 'VERSION_CONFLICT' | 'LOCKED' = attempt.code) =>
  auditRefusal(processes[index % processes.length]!, actor, { ...attempt, code });
const recorded = () =>
  database.dataSource.query<{ code: string; count: string | null }[]>(
    `SELECT details ->> 'code' AS code, details ->> 'count' AS count FROM audit_entry
     WHERE chain = 'refused' ORDER BY sequence`,
  );
/** As if the minute of all that is counted were over. */
const aMinuteLater = () =>
  database.dataSource.query(`UPDATE refusal_count SET begun_at = begun_at - interval '61 seconds'`);
const first = { code: 'VERSION_CONFLICT', count: null };

test('whatever process refuses, one kind in one minute is the first and one more entry with the count', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => refuse(index)));
  expect(await recorded()).toEqual([first]);
  for (const process of processes) await recordCounted(process);
  expect(await recorded()).toEqual([first]);
  await aMinuteLater();
  await Promise.all(processes.map((process) => recordCounted(process)));
  expect(await recorded()).toEqual([first, { ...first, count: '39' }]);
});

test('what is refused again when the minute is over begins another, and loses no count', async () => {
  const before = (await recorded()).length;
  for (const index of [0, 1, 2]) await refuse(index);
  await refuse(0, 'LOCKED');
  await aMinuteLater();
  await refuse(1);
  expect((await recorded()).slice(before)).toEqual([
    first,
    { code: 'LOCKED', count: null },
    { ...first, count: '2' },
    first,
  ]);
  await aMinuteLater();
  await recordCounted(processes[0]!);
  expect((await recorded()).slice(before)).toHaveLength(4);
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
});
