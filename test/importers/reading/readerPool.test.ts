import { afterEach, describe, expect, test } from 'vitest';
import {
  createReaderPool,
  type ReaderPool,
  type ReaderPoolSettings,
} from '../../../importers/worker/readerPool.js';
import { spinning } from '../../support/spinning.js';
import { makeWorkbook } from './zip.js';

const options = { blanksAreZero: false };
const small = makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');

let pool: ReaderPool | null = null;
afterEach(() => pool?.close());
function open(settings: ReaderPoolSettings = {}): ReaderPool {
  pool = createReaderPool(settings);
  return pool;
}

describe('the reader pool', () => {
  test('starts no worker before the first file, and uses it again', async () => {
    const reader = open();
    expect(reader.size).toBe(0);
    const drafts = await Promise.all([1, 2, 3].map(() => reader.read(small, '年报.xlsx', options)));
    expect(drafts.map(({ format, problems }) => [format, problems[0]?.code])).toEqual(
      Array.from({ length: 3 }, () => ['xlsx', 'NO_FORM_FOUND']),
    );
    expect(reader.size).toBe(1);
  });

  test('leaves the bytes of the caller alone', async () => {
    const bytes = new Uint8Array(small);
    await open().read(bytes, '年报.xlsx', options);
    expect(bytes).toEqual(new Uint8Array(small));
  });

  test('ends a file that spins, keeps other work going, and reads on with a new worker', async () => {
    const reader = open({ deadlineMilliseconds: 1_000 });
    await reader.read(small, '年报.xlsx', options);
    const start = performance.now();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const stuck = reader.read(spinning(), '年报.ods', options).finally(() => clearInterval(ticking));
    const next = reader.read(small, '年报.xlsx', options);
    const draft = await stuck;
    expect(draft).toEqual({
      format: null,
      encoding: null,
      reports: [],
      problems: [
        {
          code: 'TIMED_OUT',
          severity: 'error',
          message: '文件读了 1 秒还没有读完，已停止。请把年报表格复制到新的工作簿，另存为 .xlsx 后重新上传。',
        },
      ],
    });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(ticks).toBeGreaterThan(30);
    expect((await next).format).toBe('xlsx');
  });

  test('the worker that spun is gone afterwards', async () => {
    const reader = open({ deadlineMilliseconds: 1_000 });
    await reader.read(spinning(), '年报.ods', options);
    expect(reader.size).toBe(0);
  });

  test('a file that outgrows the heap is TOO_LARGE, and the next one is read', async () => {
    const reader = open({ heapMegabytes: 40 });
    const cells = Array.from({ length: 190_000 }, (_, at) => `<c r="A${at + 1}"><v>${at}</v></c>`);
    const draft = await reader.read(makeWorkbook(`<row r="1">${cells.join('')}</row>`), '年报.xlsx', options);
    expect(draft.problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
    expect((await reader.read(small, '年报.xlsx', options)).format).toBe('xlsx');
  });

  test('two workers read at once', async () => {
    const reader = open({ workers: 2, deadlineMilliseconds: 2_000 });
    const stuck = reader.read(spinning(), '年报.ods', options);
    expect((await reader.read(small, '年报.xlsx', options)).format).toBe('xlsx');
    expect(reader.size).toBe(2);
    expect((await stuck).problems.map(({ code }) => code)).toEqual(['TIMED_OUT']);
  });

  test('a file can be cancelled, and those behind it are read', async () => {
    const reader = open();
    const abort = new AbortController();
    const stuck = reader.read(spinning(), '年报.ods', { ...options, layout: 'collection' }, abort.signal);
    const next = reader.read(small, '年报.xlsx', options);
    abort.abort(new Error('不要了'));
    await expect(stuck).rejects.toThrow('不要了');
    expect((await next).format).toBe('xlsx');
  });

  test('closing ends the workers and rejects what is still waiting', async () => {
    const reader = open();
    const stuck = expect(reader.read(spinning(), '年报.ods', options)).rejects.toThrow(/closed/);
    await reader.close();
    await stuck;
    expect(reader.size).toBe(0);
    await expect(reader.read(small, '年报.xlsx', options)).rejects.toThrow(/closed/);
  });

  test('limits can be set', async () => {
    const reader = open({ limits: { fileBytes: 10 } });
    const draft = await reader.read(small, '年报.xlsx', options);
    expect(draft.problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
  });
});
