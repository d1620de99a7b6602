import { afterEach, describe, expect, test } from 'vitest';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import { ReaderThread, beginThread, endThread, takeThread } from '../../../importers/worker/readerThread.js';
import { readersOf } from '../../support/readers.js';
import { spinning } from '../../support/spinning.js';
import { makeWorkbook } from './zip.js';

const options = { blanksAreZero: false };
const small = makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');
const manyCells = Array.from({ length: 190_000 }, (_, at) => `<c r="A${at + 1}"><v>${at}</v></c>`);
const large = makeWorkbook(`<row r="1">${manyCells.join('')}</row>`);

let pool: ReaderPool | null = null;
afterEach(() => pool?.close());

describe('a thread that reads files', { timeout: 60_000 }, () => {
  test('reads as a process does, and starts none', async () => {
    beginThread();
    pool = createReaderPool({ host: takeThread });
    const read = await pool.read(small, '年报.xlsx', options);
    expect(readersOf()).toEqual([]);
    await pool.close();
    pool = createReaderPool();
    expect(read).toEqual(await pool.read(small, '年报.xlsx', options));
  });

  test('is ended by a file that takes longer than its deadline, and replaced', async () => {
    pool = createReaderPool({ host: takeThread, deadlineMilliseconds: 1_500 });
    const stuck = pool.read(spinning(), '年报.ods', options);
    const next = pool.read(small, '年报.xlsx', options);
    expect((await stuck).problems.map(({ code }) => code)).toEqual(['TIMED_OUT']);
    expect((await next).format).toBe('xlsx');
  });

  test('is ended by a file that takes more memory than its limit, and replaced', async () => {
    pool = createReaderPool({ host: () => new ReaderThread(40) });
    const fat = pool.read(large, '年报.xlsx', options);
    const next = pool.read(small, '年报.xlsx', options);
    expect((await fat).problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
    expect((await next).format).toBe('xlsx');
  });

  test('that was begun and not taken is ended', async () => {
    beginThread();
    await endThread();
    const begun = takeThread();
    expect(begun.isGone).toBe(false);
    await begun.kill();
  });

  test('that was begun and is gone is not taken', async () => {
    const gone = new ReaderThread();
    await gone.kill();
    expect(gone.isGone).toBe(true);
    beginThread();
    const taken = takeThread();
    expect(taken.isGone).toBe(false);
    await taken.kill();
  });
});
