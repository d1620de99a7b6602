import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityManager } from 'typeorm';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { filingIn } from '../../support/filing.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The manager itself; after the first reading that tells of entries, something else happens. */
function withMeanwhile(manager: EntityManager, meanwhile: () => Promise<unknown>): EntityManager {
  let isDue = true;
  return new Proxy(manager, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        const answer: unknown = await Reflect.apply(value, target, given);
        if (isDue && JSON.stringify(answer).includes('previousHash')) {
          isDue = false;
          await meanwhile();
        }
        return answer;
      };
    },
  });
}

test('D3: an entry that is appended while the chains are walked is no break', async () => {
  const filing = filingIn(database.dataSource);
  const { manager } = database.dataSource;
  await filing.register('V1', '验证局');
  await filing.importDrafts([draftOf(form2021, validValues(form2021), { year: 2024, agency: 'V1' })]);
  let appended = 0;
  const watched = withMeanwhile(manager, async () => {
    await filing.correct({ agency: 'V1', year: 2024, changes: [{ key: 'fees.fees.amount', value: '1' }] });
    appended += 1;
  });
  expect(await verifyAudit(watched)).toEqual([]);
  expect(appended).toBe(1);
  expect(await verifyAudit(manager)).toEqual([]);
});
