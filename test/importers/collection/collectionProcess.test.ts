import { afterEach, describe, expect, test } from 'vitest';
import type { ReportsPart } from '../../../importers/collection/collectionPart.js';
import {
  createReaderPool,
  type ReaderPool,
  type ReaderPoolSettings,
} from '../../../importers/worker/readerPool.js';
import { spinning } from '../../support/spinning.js';
import { wideCsv } from '../../support/tables.js';
import { makeWorkbook, makeZip } from '../reading/zip.js';

const options = { blanksAreZero: false, layout: 'collection' } as const;
const good = wideCsv([{ code: 'A1', name: '甲局', year: 2024 }]);

let pool: ReaderPool | null = null;
afterEach(() => pool?.close());

function collect(bytes: Uint8Array, name: string, settings: ReaderPoolSettings = {}, signal?: AbortSignal) {
  pool = createReaderPool(settings);
  return pool.collect(bytes, name, options, signal);
}

async function read(...given: Parameters<typeof collect>) {
  const parts: ReportsPart[] = [];
  for await (const part of collect(...given)) if (part.kind === 'reports') parts.push(part);
  return {
    reports: parts.flatMap(({ reports }) => reports),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** 190,000 numbers on one row: far more than a small heap can hold. */
const fat = () =>
  makeWorkbook(
    `<row r="1">${Array.from({ length: 190_000 }, (_, at) => `<c r="A${at + 1}"><v>${at}</v></c>`).join('')}</row>`,
  );

describe('the process that reads a collection', () => {
  test('is ended at the deadline, and the file is TIMED_OUT', async () => {
    const { reports, problems } = await read(spinning(), '大.ods', { deadlineMilliseconds: 1_000 });
    expect(reports).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'TIMED_OUT',
        severity: 'error',
        message: expect.stringMatching(/读了 1 秒没有进展.*分成几个文件/),
      },
    ]);
  });

  test('that outgrows its heap makes the file TOO_LARGE', async () => {
    const { reports, problems } = await read(fat(), '大.xlsx', { heapMegabytes: 40 });
    expect(reports).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'TOO_LARGE', message: expect.stringMatching(/分成几个文件，或改用 CSV/) },
    ]);
  });

  test('of an archive takes the files one by one: one that spins or is too fat spoils no other', async () => {
    const archive = makeZip([
      { name: '甲.csv', content: good },
      { name: '慢.ods', content: spinning() },
      { name: '乙.csv', content: good.replaceAll('甲', '乙') },
    ]);
    const { reports, problems } = await read(archive, '年报.zip', { deadlineMilliseconds: 2_000 });
    expect(problems.map(({ code, at }) => [code, at])).toEqual([['TIMED_OUT', '慢.ods']]);
    expect(reports.map(({ agency }) => agency)).toEqual(['甲局', '乙局']);
    const fatArchive = makeZip([
      { name: '大.xlsx', content: fat() },
      { name: '乙.csv', content: good },
    ]);
    const other = await read(fatArchive, '年报.zip', { heapMegabytes: 40 });
    expect(other.problems.map(({ code, at }) => [code, at])).toEqual([['TOO_LARGE', '大.xlsx']]);
    expect(other.reports).toHaveLength(1);
  });

  test('is ended when it is called off, however busy it is', async () => {
    const calling = new AbortController();
    const reading = read(spinning(), '大.ods', {}, calling.signal);
    calling.abort(new Error('不要了'));
    await expect(reading).rejects.toThrow('不要了');
  });

  test('is ended with the pool', async () => {
    const reading = read(spinning(), '大.ods');
    const ended = expect(reading).rejects.toThrow(/closed/);
    await pool?.close();
    await ended;
  });

  test('gives some reports at a time, and can be left early', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ code: `A${index}`, year: 2024 }));
    const taken: number[] = [];
    for await (const part of collect(Buffer.from(wideCsv(rows)), '大.csv')) {
      if (part.kind !== 'reports') continue;
      taken.push(part.reports.length);
      if (taken.length === 2) break;
    }
    expect(taken).toEqual([100, 100]);
  });
});
