import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOnce } from '../../../src/filing/importing/runs/answerOnce.js';
import { forgetAnswers } from '../../../src/filing/importing/runs/forgetAnswers.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const first = new Date('2026-01-20T08:00:00Z');
const after = (days: number) => new Date(first.getTime() + days * 24 * 3_600_000);

const ask = (key: string, requestHash: string, at: Date, answer: string) =>
  database.dataSource.transaction((manager) =>
    answerOnce(manager, '平台', { key, requestHash, at }, () => Promise.resolve(answer)),
  );

async function keptKeys(): Promise<string[]> {
  const rows = await database.dataSource.query<{ key: string }[]>(
    'SELECT key FROM idempotent_answer ORDER BY key',
  );
  return rows.map(({ key }) => key);
}

describe('D10: an idempotent answer', () => {
  test('D10: is given again for seven days, and asked for anew after them', async () => {
    expect(await ask('a', 'same', first, 'first answer')).toBe('first answer');
    expect(await ask('a', 'same', after(6.9), 'second answer')).toBe('first answer');
    expect(await ask('a', 'same', after(7.1), 'third answer')).toBe('third answer');
    expect(await ask('a', 'same', after(8), 'fourth answer')).toBe('third answer');
  });

  test('D10: leaves its key free for something else after its time, not before', async () => {
    await ask('b', 'one', first, 'first');
    await expect(ask('b', 'other', after(6), 'second')).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await ask('b', 'other', after(8), 'third')).toBe('third');
  });

  test('D10: is removed after its time, and younger ones stay', async () => {
    await database.dataSource.query('DELETE FROM idempotent_answer');
    await ask('old', 'one', first, 'answer');
    await ask('young', 'one', after(3), 'answer');
    await forgetAnswers(database.dataSource.manager, after(7));
    expect(await keptKeys()).toEqual(['old', 'young']);
    await forgetAnswers(database.dataSource.manager, after(7.1));
    expect(await keptKeys()).toEqual(['young']);
  });

  test('D10: two requests at once with a key whose time is over are one', async () => {
    await ask('c', 'same', first, 'long ago');
    const answers = await Promise.all([
      ask('c', 'same', after(9), 'one of two'),
      ask('c', 'same', after(9), 'one of two'),
      forgetAnswers(database.dataSource.manager, after(9)),
    ]);
    expect(answers.slice(0, 2)).toEqual(['one of two', 'one of two']);
  });
});
