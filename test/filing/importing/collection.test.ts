import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CollectionPart } from '../../../importers/collection/collectionPart.js';
import { createReaderPool, type ReaderPool } from '../../../importers/worker/readerPool.js';
import { Report } from '../../../entities/reports/Report.js';
import { Upload } from '../../../entities/importing/Upload.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import type { CollectionOutcome } from '../../../src/filing/importing/collections/collectionOutcome.js';
import { beginRun, importCollection } from '../../../src/filing/importing/collections/importCollection.js';
import type {
  CollectionFile,
  CollectionSettings,
} from '../../../src/filing/importing/collections/collectionFile.js';
import type { ImportOptions } from '../../../src/filing/importing/deciding/importOptions.js';
import { loadImportRun } from '../../../src/filing/importing/imports.js';
import { listImportReports } from '../../../src/filing/importing/runs/listImportReports.js';
import { cancelImport } from '../../../src/filing/importing/runs/runState.js';
import { sha256 } from '../../../src/filing/sha256.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { importOptions } from '../../support/drafts.js';
import { actorNamed } from '../../support/actors.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { sampleWorkbook } from '../../support/sampleFiles.js';
import { wideCsv, type TableReport } from '../../support/tables.js';
import { makeZip } from '../../importers/reading/zip.js';

const received = 'requests.received.naturalPerson';
let database: TestDatabase;
let filing: Filing;
let pool: ReaderPool;

beforeEach(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  pool = createReaderPool();
  await filing.register('A1', '甲市教育局', ['甲教育局']);
  await filing.register('A2', '乙市财政局');
  await filing.register('A3', '丙县人民政府');
});
afterEach(async () => {
  await pool.close();
  await database.close();
});

type Content = string | Uint8Array;

async function send(
  contents: readonly (Content | CollectionFile)[],
  given: Partial<ImportOptions> = {},
  settings: CollectionSettings = {},
): Promise<CollectionOutcome> {
  const options = importOptions({ layout: 'collection', ...given });
  const files = contents.map((content, index) =>
    typeof content === 'object' && 'parts' in content
      ? content
      : fileOf(content, `${index + 1}.csv`, options),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  const begun = await database.dataSource.transaction((manager) => beginRun(manager, actor, options, total));
  return importCollection(database.dataSource, actor, { begun, files, options, settings });
}

function fileOf(content: Content, fileName: string, options = importOptions()): CollectionFile {
  const bytes = Buffer.from(content);
  return { fileName, bytes, sha256: sha256(bytes), parts: pool.collect(bytes, fileName, options) };
}

const all: readonly TableReport[] = [
  { code: 'A1', name: '甲市教育局', year: 2024 },
  { name: '乙市财政局', year: 2024, seed: 2 },
  { code: 'A3', year: 2024, seed: 3 },
];
const outcomes = ({ files }: CollectionOutcome) =>
  files.flatMap(({ reports }) =>
    reports.map(({ status, problems }) => [status, ...problems.map(({ code }) => code)]),
  );

describe('a table with many reports', () => {
  test('is stored report by report, the upload once, and seen on the run', async () => {
    const outcome = await send([wideCsv(all)]);
    expect(outcomes(outcome)).toEqual([['STORED'], ['STORED'], ['STORED']]);
    expect(outcome).toMatchObject({
      status: 'DONE',
      complete: true,
      progress: { reportsRead: 3, reportsStored: 3, reportsRejected: 0 },
      files: [{ status: 'STORED', format: 'csv', reportCount: 3 }],
    });
    const { manager } = database.dataSource;
    expect(await manager.count(Upload)).toBe(1);
    expect(await filing.report('A2', 2024)).toMatchObject({ version: 1, origin: 'IMPORT', findings: [] });
    const found = await loadImportRun(manager, actor, outcome.run!);
    expect(found?.run).toMatchObject({ status: 'DONE', reportsRead: 3, reportsStored: 3, actor: actor.name });
    expect(found?.run.bytesRead).toBe(found?.run.bytesTotal);
    const asked = { statuses: null, first: 10, after: 0 };
    expect(await listImportReports(manager, [found!.files[0]!.id], asked)).toMatchObject([
      { position: 1, agency: 'A2', place: 'B3', status: 'STORED' },
      { position: 2, agency: 'A3', place: 'B4', status: 'STORED' },
    ]);
    expect(await verifyAudit(manager, {})).toEqual([]);
    expect(outcomes(await send([wideCsv(all)]))).toEqual([['UNCHANGED'], ['UNCHANGED'], ['UNCHANGED']]);
  });

  test('a bad row never blocks the others, and each problem has its place', async () => {
    const table = wideCsv([all[0]!, { ...all[1]!, name: '乙市财正局' }, all[2]!, { ...all[1]!, code: 'A1' }]);
    const outcome = await send([table]);
    expect(outcomes(outcome)).toEqual([
      ['STORED'],
      ['REJECTED', 'AGENCY_UNKNOWN'],
      ['STORED'],
      ['REJECTED', 'AGENCY_MISMATCH'],
    ]);
    const [, unknown] = outcome.files[0]!.reports;
    expect(unknown?.problems).toMatchObject([
      { at: 'B3', message: expect.stringContaining('乙市财政局（A2）') },
    ]);
  });

  test('a report that comes twice is refused both times, however far apart', async () => {
    const between = Array.from({ length: 150 }, (_, index): TableReport => ({
      code: `X${index}`,
      year: 2024,
    }));
    const outcome = await send([wideCsv([all[0]!, ...between, { name: '甲教育局', year: 2024 }, all[2]!])]);
    const reports = outcome.files[0]!.reports.filter(({ agencyCode }) => agencyCode !== null);
    expect(reports.map(({ status }) => status)).toEqual(['REJECTED', 'REJECTED', 'STORED']);
    expect(reports[0]?.problems).toMatchObject([
      { code: 'DUPLICATE_REPORT', at: 'B2', message: expect.stringContaining('B153') },
    ]);
    expect(await database.dataSource.manager.count(Report)).toBe(1);
  });

  test('in a later file of the same upload only the later one is refused, and says so', async () => {
    const outcome = await send([wideCsv([all[0]!]), wideCsv([all[0]!, all[2]!])]);
    expect(outcomes(outcome)).toEqual([['STORED'], ['REJECTED', 'DUPLICATE_REPORT'], ['STORED']]);
    expect(outcome.files[1]?.reports[0]?.problems[0]?.message).toContain('1.csv B2 的一份已先存入');
  });

  test('corrections are protected, and a changed file shows what it changes', async () => {
    await send([wideCsv(all)]);
    await filing.correct({ agency: 'A1', year: 2024, changes: [{ key: received, value: '7' }] });
    const changed = wideCsv([
      { ...all[0]!, cells: { 'documents.rules.issued': '1' } },
      { ...all[1]!, cells: { 'documents.rules.issued': '2' } },
    ]);
    const outcome = await send([changed]);
    expect(outcomes(outcome)).toEqual([['REJECTED', 'OVERWRITES_CORRECTION'], ['STORED']]);
    expect(outcome.files[0]?.reports[1]?.diff).toMatchObject([
      { cell: 'documents.rules.issued', after: '2' },
    ]);
  });

  test('a dry run tells the same and keeps nothing', async () => {
    const outcome = await send([wideCsv([all[0]!, { code: '无', year: 2024 }])], { dryRun: true });
    expect(outcomes(outcome)).toEqual([['DRY_RUN'], ['REJECTED', 'AGENCY_UNKNOWN']]);
    expect(outcome.run).toBeNull();
    expect(await database.dataSource.manager.count(Report)).toBe(0);
    expect(await database.dataSource.manager.count(Upload)).toBe(0);
  });

  test('REJECT_ALL stores all or nothing', async () => {
    const policy = { errorPolicy: 'REJECT_ALL' } as const;
    const refused = await send([wideCsv(all), wideCsv([{ code: '无', year: 2024 }])], policy);
    expect(outcomes(refused).map(([status]) => status)).toEqual(Array(4).fill('REJECTED'));
    expect(await database.dataSource.manager.count(Report)).toBe(0);
    expect(outcomes(await send([wideCsv(all)], policy))).toEqual([['STORED'], ['STORED'], ['STORED']]);
  });

  test('nothing to read is a problem of the file', async () => {
    const outcome = await send(['甲,乙\n1,2\n', wideCsv([]), '']);
    expect(outcome.files.map(({ status, problems }) => [status, problems[0]?.code])).toEqual([
      ['REJECTED', 'NO_FORM_FOUND'],
      ['REJECTED', 'NO_FORM_FOUND'],
      ['REJECTED', 'UNREADABLE'],
    ]);
    expect(outcome.status).toBe('DONE');
  });
});

describe('a zip of workbooks', () => {
  test('reads each file like one that is sent alone', async () => {
    const zip = makeZip([
      { name: '甲.xlsx', content: Buffer.from(await sampleWorkbook('甲市教育局', 2024)) },
      { name: '坏.xlsx', content: 'not a report' },
      { name: '又一层.zip', content: makeZip([{ name: 'a.csv', content: 'x' }]) },
      { name: '区县/丙.xlsx', content: Buffer.from(await sampleWorkbook('丙县人民政府', 2024, {}, 3)) },
      { name: '一览.csv', content: wideCsv([all[1]!]) },
    ]);
    const outcome = await send([zip]);
    expect(outcome.files[0]?.reports.map(({ at, status }) => [at, status])).toEqual([
      ['甲.xlsx', 'STORED'],
      ['区县/丙.xlsx', 'STORED'],
      ['一览.csv!B2', 'STORED'],
    ]);
    expect(outcome.files[0]).toMatchObject({ format: 'zip', status: 'REJECTED' });
    expect(outcome.files[0]?.problems.map(({ code, at }) => [code, at])).toEqual([
      ['NO_FORM_FOUND', '坏.xlsx'],
      ['UNSUPPORTED_FORMAT', '又一层.zip'],
    ]);
    expect((await filing.report('A3', 2024)).places[0]).toMatch(/^区县\/丙\.xlsx!年报![A-Z]+\d+$/);
  });
});

describe('cancelling', () => {
  const later: readonly TableReport[] = [
    all[0]!,
    ...Array.from({ length: 250 }, (_, index): TableReport => ({ code: `X${index}`, year: 2024 })),
    all[2]!,
  ];

  test('keeps what was stored and says so', async () => {
    const outcome = await send(
      [wideCsv(later)],
      {},
      {
        onProgress: ({ run, reportsRead }) =>
          reportsRead === 100
            ? cancelImport(database.dataSource.manager, actorNamed('别人'), run!)
            : undefined,
      },
    );
    expect(outcome).toMatchObject({ status: 'CANCELLED', progress: { reportsRead: 100, reportsStored: 1 } });
    expect(outcome.files[0]?.problems).toMatchObject([
      { code: 'IMPORT_CANCELLED', message: expect.stringContaining('存入 1 份') },
    ]);
    const { manager } = database.dataSource;
    const found = await loadImportRun(manager, actor, outcome.run!);
    expect(found?.run).toMatchObject({ status: 'CANCELLED', cancelledBy: '别人', reportsRead: 100 });
    expect(found?.files).toMatchObject([{ problems: [{ code: 'IMPORT_CANCELLED' }] }]);
    expect((await filing.report('A1', 2024)).version).toBe(1);
    const again = cancelImport(manager, actor, outcome.run!);
    expect((await refusalOf(again)).code).toBe('IMPORT_NOT_RUNNING');
  });

  test('by the one who sends ends the reading too', async () => {
    const stopping = new AbortController();
    const outcome = await send(
      [fileUntil(stopping.signal)],
      {},
      {
        signal: stopping.signal,
        onProgress: () => stopping.abort(new Error('gone')),
      },
    );
    expect(outcome).toMatchObject({ status: 'CANCELLED', progress: { reportsRead: 100 } });
  });

  function fileUntil(signal: AbortSignal): CollectionFile {
    const bytes = Buffer.from(wideCsv(later));
    const parts = pool.collect(bytes, '大.csv', importOptions(), signal);
    return { fileName: '大.csv', bytes, sha256: sha256(bytes), parts };
  }

  test('a fault on the way is kept as FAILED with what was stored before', async () => {
    async function* failing(): AsyncGenerator<CollectionPart> {
      const good = fileOf(wideCsv(all), 'a.csv');
      yield* good.parts;
      throw new Error('the disk is gone');
    }
    const bytes = Buffer.from('x');
    await expect(
      send([{ fileName: 'a.csv', bytes, sha256: sha256(bytes), parts: failing() }]),
    ).rejects.toThrow('the disk is gone');
    const [run] = await database.dataSource.query('SELECT status, reports_stored FROM import_run');
    expect(run).toEqual({ status: 'FAILED', reports_stored: 3 });
  });
});
