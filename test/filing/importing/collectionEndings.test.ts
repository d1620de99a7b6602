import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Report } from '../../../entities/reports/Report.js';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import type { CollectionPart } from '../../../importers/collection/collectionPart.js';
import { beginRun, importCollection } from '../../../src/filing/importing/collections/importCollection.js';
import type { CollectionFile } from '../../../src/filing/importing/collections/collectionFile.js';
import type { ImportOptions } from '../../../src/filing/importing/deciding/importOptions.js';
import { loadImportRun } from '../../../src/filing/importing/imports.js';
import { cancelImport } from '../../../src/filing/importing/runs/runState.js';
import { sha256 } from '../../../src/filing/sha256.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { importOptions } from '../../support/drafts.js';
import { actor, filingIn } from '../../support/filing.js';
import { wideCsv, type TableReport } from '../../support/tables.js';

let database: TestDatabase;
let pool: ReaderPool;

beforeAll(async () => {
  database = await openTestDatabase();
  pool = createReaderPool();
  await filingIn(database.dataSource).register('A1', '甲市教育局');
});
afterAll(async () => {
  await pool.close();
  await database.close();
});

const begin = (options: ImportOptions, bytes = 0) =>
  database.dataSource.transaction((manager) => beginRun(manager, actor, options, bytes));

function fileOf(text: string, options: ImportOptions): CollectionFile {
  const bytes = Buffer.from(text);
  return {
    fileName: '一览.csv',
    bytes,
    sha256: sha256(bytes),
    parts: pool.collect(bytes, '一览.csv', options),
  };
}

describe('a run that says nothing any more', () => {
  const minutes = (count: number, from: Date) => new Date(from.getTime() + count * 60_000);

  test('is FAILED after a quarter of an hour, and not before', async () => {
    const { id, at } = await begin(importOptions({ layout: 'collection' }));
    const statusAt = async (now: Date) =>
      (await loadImportRun(database.dataSource.manager, actor, id!, now))?.run.status;
    expect(await statusAt(at)).toBe('RUNNING');
    expect(await statusAt(minutes(15, at))).toBe('RUNNING');
    expect(await statusAt(minutes(15.01, at))).toBe('FAILED');
  });

  test('one that has ended stays what it is', async () => {
    const { id, at } = await begin(importOptions({ layout: 'collection' }));
    const { manager } = database.dataSource;
    await cancelImport(manager, actor, id!);
    expect((await loadImportRun(manager, actor, id!, minutes(60, at)))?.run.status).toBe('CANCELLED');
  });

  test('each batch that is stored begins the quarter of an hour anew', async () => {
    const options = importOptions({ layout: 'collection' });
    const begun = await begin(options);
    const { manager } = database.dataSource;
    await manager.query(`UPDATE import_run SET changed_at = '2024-01-01T00:00:00Z' WHERE id = $1`, [
      begun.id,
    ]);
    const seen: (string | undefined)[] = [];
    const look = async () => seen.push((await loadImportRun(manager, actor, begun.id!))?.run.status);
    await look();
    const file = fileOf(wideCsv([{ code: 'A1', year: 2024 }]), options);
    await importCollection(database.dataSource, actor, {
      begun,
      files: [file],
      options,
      settings: {
        onProgress: async () => void (await look()),
      },
    });
    expect(seen).toEqual(['FAILED', 'RUNNING']);
  });
});

describe('all or nothing', () => {
  const policy = importOptions({ layout: 'collection', errorPolicy: 'REJECT_ALL' });

  test('of more than 1,000 reports is refused, and what to do is said; nothing is stored', async () => {
    const reports = Array.from({ length: 1_000 }, (_, index): TableReport => ({
      code: `X${index}`,
      year: 2024,
    }));
    const text = wideCsv([{ code: 'A1', year: 2022 }, ...reports]);
    const outcome = await importCollection(database.dataSource, actor, {
      begun: await begin(policy),
      files: [fileOf(text, policy)],
      options: policy,
    });
    expect(outcome.files).toMatchObject([
      {
        status: 'REJECTED',
        reportCount: 0,
        problems: [{ code: 'TOO_LARGE', message: expect.stringMatching(/最多 1000 份报告.*分成几个文件/) }],
      },
    ]);
    expect(await database.dataSource.manager.countBy(Report, { year: 2022 })).toBe(0);
  });

  test('reads no further than it must', async () => {
    const ninety = Array.from({ length: 90 }, (_, index): TableReport => ({ code: `X${index}`, year: 2024 }));
    const read: CollectionPart[] = [];
    for await (const part of fileOf(wideCsv(ninety), policy).parts) read.push(part);
    let asked = 0;
    async function* endless(): AsyncGenerator<CollectionPart> {
      for (;;) {
        asked += 1;
        yield* read.filter(({ kind }) => kind === 'reports');
      }
    }
    const file = { ...fileOf('', policy), parts: endless() };
    const outcome = await importCollection(database.dataSource, actor, {
      begun: await begin(policy),
      files: [file],
      options: policy,
    });
    expect(outcome.files[0]?.problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
    expect(asked).toBe(12);
  });
});
