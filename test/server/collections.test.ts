import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';
import { wideCsv, type TableReport } from '../support/tables.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  for (const [code, name] of [
    ['A1', '甲市教育局'],
    ['A2', '乙市财政局'],
  ] as const)
    await service.register(code, name);
});

afterAll(() => service.close());

const collection = { field: 'layout', value: 'collection' };
const run = `query ($id: ID!) { importRun(id: $id) { status bytesTotal bytesRead reportsRead reportsStored
  reportsRejected files { fileName status reports(status: [REJECTED], first: 2) { position place agencyName
  problems { code at } } } } }`;

async function runOf(id: Json | undefined): Promise<Json | undefined> {
  return at(await service.graphql(run, { id }), 'data', 'importRun');
}

/** Asks until the run has ended, as a client does. */
async function ended(id: Json | undefined): Promise<Json | undefined> {
  for (;;) {
    const found = await runOf(id);
    if (at(found, 'status') !== 'RUNNING') return found;
  }
}

const many = (count: number): TableReport[] => [
  { code: 'A1', name: '甲市教育局', year: 2023 },
  ...Array.from({ length: count }, (_, index) => ({ code: `X${index}`, name: `某${index}局`, year: 2023 })),
];

describe('POST /imports with layout=collection', () => {
  test('a small collection answers with what became of each report', async () => {
    const reports = [
      { code: 'A1', name: '甲市教育局', year: 2024 },
      { code: '', name: '乙市财正局', year: 2024 },
    ];
    const answer = await service.upload([collection, { file: '一览表.csv', bytes: wideCsv(reports) }]);
    expect(answer.status).toBe(200);
    const body = json(answer);
    expect(body).toMatchObject({
      status: 'DONE',
      complete: true,
      progress: { reportsRead: 2, reportsStored: 1, reportsRejected: 1 },
      files: [{ file: '一览表.csv', format: 'csv', status: 'REJECTED', reportCount: 2 }],
    });
    expect(at(body, 'files', 0, 'reports')).toMatchObject([
      { at: 'B2', agencyCode: 'A1', status: 'STORED', version: 1, cells: expect.any(Object) },
      { at: 'B3', agencyCode: null, status: 'REJECTED', problems: [{ code: 'AGENCY_UNKNOWN', at: 'B3' }] },
    ]);
    const original = await service.fetch(String(at(body, 'files', 0, 'original')));
    expect(original.text).toBe(wideCsv(reports));
    expect(await runOf(at(body, 'id'))).toMatchObject({
      status: 'DONE',
      files: [{ reports: [{ position: 1, place: 'B3', agencyName: '乙市财正局' }] }],
    });
  });

  test('a client that does not wait is told the run, and finds its progress there', async () => {
    const answer = await service.upload([collection, { file: '大.csv', bytes: wideCsv(many(300)) }], {
      Prefer: 'respond-async',
    });
    expect([answer.status, at(json(answer), 'status')]).toEqual([202, 'RUNNING']);
    expect(await ended(at(json(answer), 'id'))).toMatchObject({
      status: 'DONE',
      reportsRead: 301,
      reportsStored: 1,
      reportsRejected: 300,
      files: [{ fileName: '大.csv', reports: [{ position: 1 }, { position: 2 }] }],
    });
  });

  test('more reports than an answer can hold are counted', async () => {
    const body = json(await service.upload([collection, { file: '大.csv', bytes: wideCsv(many(250)) }]));
    expect(body).toMatchObject({ status: 'DONE', complete: false, progress: { reportsRead: 251 } });
    expect(at(body, 'files', 0, 'reports')).toEqual([]);
  });

  test('importCancel calls a run off, and answers with the file that was being read', async () => {
    const answer = await service.upload([collection, { file: '很大.csv', bytes: wideCsv(many(3_000)) }], {
      Prefer: 'respond-async',
    });
    const cancel = `mutation ($id: ID!) { importCancel(id: $id) {
      importRun { status cancelledBy files { fileName problems { code } } }
      userErrors { code } } }`;
    const id = at(json(answer), 'id');
    expect(await service.graphql(cancel, { id })).toEqual({
      data: {
        importCancel: {
          importRun: {
            status: 'CANCELLED',
            cancelledBy: '测试',
            files: [{ fileName: '很大.csv', problems: [{ code: 'IMPORT_CANCELLED' }] }],
          },
          userErrors: [],
        },
      },
    });
    expect(await service.graphql(cancel, { id })).toEqual({
      data: { importCancel: { importRun: null, userErrors: [{ code: 'IMPORT_NOT_RUNNING' }] } },
    });
  });

  test('an Idempotency-Key gives the first answer again', async () => {
    const headers = { 'Idempotency-Key': 'collection-1' };
    const parts = [
      collection,
      { file: 'a.csv', bytes: wideCsv([{ code: 'A2', name: '乙市财政局', year: 2022 }]) },
    ];
    const first = json(await service.upload(parts, headers));
    expect(at(first, 'files', 0, 'status')).toBe('STORED');
    expect(json(await service.upload(parts, headers))).toEqual(first);
  });

  test('a dry run stores nothing', async () => {
    const bytes = wideCsv([{ code: 'A2', name: '乙市财政局', year: 2021 }]);
    const dry = { field: 'dryRun', value: 'true' };
    const body = json(await service.upload([collection, dry, { file: 'a.csv', bytes }]));
    expect(body).toMatchObject({ id: null, files: [{ status: 'DRY_RUN', original: null }] });
  });

  test.each(['true', 'false'])(
    'with dryRun %s, whoever takes lines is told how far it is read',
    async (value) => {
      const file = { file: '大.csv', bytes: wideCsv(many(450)) };
      const answer = await service.upload([collection, { field: 'dryRun', value }, file], {
        Accept: 'application/x-ndjson',
      });
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      const told = answer.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Json);
      const read = told.slice(0, -1).map((line) => Number(at(line, 'progress', 'reportsRead')));
      expect(read[0]).toBe(0);
      expect(read).toEqual([...read].sort((one, other) => one - other));
      expect(read.filter((count) => count > 0 && count < 451).length).toBeGreaterThan(0);
      expect(told.at(-1)).toMatchObject({
        ...{ id: value === 'true' ? null : expect.any(String), status: 'DONE' },
        progress: { reportsRead: 451, reportsRejected: 450 },
      });
    },
  );

  test('lines that cannot begin are refused as any other answer', async () => {
    const parts = [collection, { field: 'year', value: '24' }, { file: 'a.csv', bytes: wideCsv(many(1)) }];
    const answer = await service.upload(parts, { Accept: 'application/x-ndjson' });
    expect([answer.status, at(json(answer), 'code')]).toEqual([400, 'INVALID_REQUEST']);
  });
});
