import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Report } from '../../../entities/reports/Report.js';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import type { CollectionPart } from '../../../importers/collection/collectionPart.js';
import { beginRun, importCollection } from '../../../src/filing/importing/collections/importCollection.js';
import type { CollectionFile } from '../../../src/filing/importing/collections/collectionFile.js';
import type { ImportOptions } from '../../../src/filing/importing/deciding/importOptions.js';
import { loadImportRun } from '../../../src/filing/importing/imports.js';
import { beat, endLostRuns } from '../../../src/filing/importing/runs/lostRuns.js';
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

const policyOfRuns = importOptions({ layout: 'collection' });

describe('a run that says nothing any more', () => {
  const statusOf = async (id: string) =>
    (await loadImportRun(database.dataSource.manager, actor, id))?.run.status;
  const lastSeen = (id: string, ago: string) =>
    database.dataSource.query(
      `UPDATE import_run SET seen_at = clock_timestamp() - interval '${ago}' WHERE id = '${id}'`,
    );

  test('is FAILED within a minute, and not before; of two servers none ends what the other works on', async () => {
    const [lost, held] = [(await begin(policyOfRuns)).id!, (await begin(policyOfRuns)).id!];
    await lastSeen(lost, '40 seconds');
    await endLostRuns(database.dataSource.manager);
    expect(await statusOf(lost)).toBe('RUNNING');
    await Promise.all([lost, held].map((id) => lastSeen(id, '46 seconds')));
    expect(await statusOf(lost)).toBe('FAILED');
    await beat(database.dataSource.manager, held);
    await endLostRuns(database.dataSource.manager);
    expect(
      await database.dataSource.query('SELECT id, status FROM import_run WHERE id = ANY($1)', [[lost, held]]),
    ).toEqual(
      expect.arrayContaining([
        { id: lost, status: 'FAILED' },
        { id: held, status: 'RUNNING' },
      ]),
    );
  });

  test('is known by the clock of the database, however wrong that of a server is', async () => {
    const { id } = await begin(policyOfRuns);
    await database.dataSource.query(
      `UPDATE import_run SET at = '2024-01-01T00:00:00Z', changed_at = '2024-01-01T00:00:00Z' WHERE id = $1`,
      [id],
    );
    await endLostRuns(database.dataSource.manager);
    expect(await statusOf(id!)).toBe('RUNNING');
  });

  test('one that has ended stays what it is', async () => {
    const { id } = await begin(policyOfRuns);
    const { manager } = database.dataSource;
    await cancelImport(manager, actor, id!);
    await lastSeen(id!, '1 hour');
    await endLostRuns(manager);
    expect(await statusOf(id!)).toBe('CANCELLED');
  });

  test('each batch that is stored says that somebody works on it', async () => {
    const options = policyOfRuns;
    const begun = await begin(options);
    const seen: (string | undefined)[] = [];
    await lastSeen(begun.id!, '1 hour');
    seen.push(await statusOf(begun.id!));
    const file = fileOf(wideCsv([{ code: 'A1', year: 2024 }]), options);
    await importCollection(database.dataSource, actor, {
      begun,
      files: [file],
      options,
      settings: { onProgress: async () => void seen.push(await statusOf(begun.id!)) },
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
