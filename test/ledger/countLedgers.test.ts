import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countLedgers } from '../../src/filing/ledger/countLedgers.js';
import { insertCases } from '../../src/filing/ledger/storedCases.js';
import { newId } from '../../src/filing/newId.js';
import { formById } from '../../src/forms/index.js';
import { countCells } from '../../src/ledger/countCells.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { casesOfYear } from '../support/ledger.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('the database counts stored cases as they are counted one by one, in their year and those about it', async () => {
  const form = formById('2021')!;
  const { manager } = database.dataSource;
  await fc.assert(
    fc.asyncProperty(casesOfYear(2024, 60), async (cases) => {
      const ledgerId = newId<'Ledger'>();
      await insertCases(manager, { ledgerId, agencyId: newId<'Agency'>(), version: 1 }, cases);
      for (const year of [2023, 2024, 2025, 2026])
        expect([...(await countLedgers(manager, form, year, [ledgerId]))]).toEqual([
          ...countCells(form, cases, year),
        ]);
    }),
    { numRuns: 20 },
  );
});
