import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Report } from '../../entities/reports/Report.js';
import { sampleCsv, sampleWorkbook } from '../support/sampleFiles.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  for (const [code, name, alias] of [
    ['A1', '甲市教育局', '甲教育局'],
    ['A2', '乙市财政局', '乙财政局'],
    ['A3', '丙县人民政府', '丙县政府'],
  ] as const)
    await service.register(code, name, [alias]);
});

afterAll(() => service.close());

const field = (name: string, value: string) => ({ field: name, value });
const reports = () => service.database.manager.count(Report);

describe('POST /imports', () => {
  test('a dry run answers everything and stores nothing', async () => {
    const bytes = await sampleWorkbook('甲市教育局', 2023, { 'requests.received.total': '7' });
    const answer = await service.upload([{ file: '甲.xlsx', bytes }, field('dryRun', 'true')]);
    expect(answer.status).toBe(200);
    const body = json(answer);
    expect(at(body, 'id')).toBeNull();
    expect(at(body, 'files', 0)).toMatchObject({
      file: '甲.xlsx',
      format: 'xlsx',
      encoding: null,
      status: 'DRY_RUN',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      version: null,
      diff: [],
      original: null,
    });
    expect(at(body, 'files', 0, 'reports', 0)).toMatchObject({
      form: '2021',
      year: 2023,
      agency: '甲市教育局',
      agencyCode: 'A1',
      repairs: expect.any(Array),
    });
    expect(at(body, 'files', 0, 'reports', 0, 'cells', 'requests.received.total')).toMatchObject({
      value: '7',
      raw: '7',
      at: expect.stringMatching(/^年报![A-Z]+\d+$/),
    });
    const rules = at(body, 'files', 0, 'reports', 0, 'findings');
    expect(rules).toMatchObject([{ rule: 'R-BALANCE', severity: 'error' }, { rule: 'R-APPLICANTS' }]);
    expect(await reports()).toBe(0);
  });

  test('one bad file never blocks the others, and each has its result in the order given', async () => {
    const answer = await service.upload([
      { file: '空.xlsx', bytes: '' },
      { file: '甲.csv', bytes: sampleCsv('甲市教育局', 2021) },
      { file: '图片.xlsx', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) },
      { file: '某局.csv', bytes: sampleCsv('丁市从未登记局', 2021) },
      { file: '乙.xlsx', bytes: await sampleWorkbook('乙财政局', 2021) },
      field('errorPolicy', 'REJECT_REPORT'),
    ]);
    const body = json(answer);
    const seen = [0, 1, 2, 3, 4].map((index) => [
      at(body, 'files', index, 'file'),
      at(body, 'files', index, 'status'),
      at(body, 'files', index, 'problems', 0, 'code') ??
        at(body, 'files', index, 'reports', 0, 'problems', 0, 'code'),
    ]);
    expect(seen).toEqual([
      ['空.xlsx', 'REJECTED', 'UNREADABLE'],
      ['甲.csv', 'STORED', undefined],
      ['图片.xlsx', 'REJECTED', 'UNSUPPORTED_FORMAT'],
      ['某局.csv', 'REJECTED', 'AGENCY_UNKNOWN'],
      ['乙.xlsx', 'STORED', undefined],
    ]);
    expect(await reports()).toBe(2);
  });

  test('the original comes back byte for byte under its Chinese name', async () => {
    const bytes = sampleCsv('丙县政府', 2022);
    const stored = json(await service.upload([{ file: '丙县（2022）.csv', bytes }]));
    const original = String(at(stored, 'files', 0, 'original'));
    expect(original).toBe(`/imports/${String(at(stored, 'id'))}/0`);
    const answer = await service.fetch(original);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(bytes.replace('\uFEFF', ''));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('丙县（2022）.csv');
    expect((await service.fetch(`${original.slice(0, -1)}9`)).status).toBe(404);
    expect((await service.fetch('/imports/not-a-uuid/0')).status).toBe(404);
  });

  test('fields come in any order, also after the files', async () => {
    const bytes = sampleCsv('某单位', 2020);
    const answer = json(
      await service.upload([
        field('year', '2020'),
        { file: 'x.csv', bytes },
        field('agency', '甲教育局'),
        field('blanksAreZero', 'false'),
      ]),
    );
    expect(at(answer, 'files', 0, 'status')).toBe('STORED');
    expect(at(answer, 'files', 0, 'reports', 0, 'agencyCode')).toBe('A1');
  });

  test('the same bytes again are UNCHANGED', async () => {
    const parts = [{ file: '甲.csv', bytes: sampleCsv('甲市教育局', 2024) }];
    expect(at(json(await service.upload(parts)), 'files', 0, 'status')).toBe('STORED');
    expect(at(json(await service.upload(parts)), 'files', 0)).toMatchObject({
      status: 'UNCHANGED',
      version: 1,
    });
  });

  test('an Idempotency-Key gives the first answer again, and is refused for anything else', async () => {
    const headers = { 'Idempotency-Key': 'upload-1' };
    const parts = [{ file: '乙.csv', bytes: sampleCsv('乙市财政局', 2024) }];
    const first = await service.upload(parts, headers);
    const again = await service.upload(parts, headers);
    expect(json(again)).toEqual(json(first));
    expect(at(json(again), 'files', 0, 'status')).toBe('STORED');
    const other = await service.upload([{ file: '乙.csv', bytes: sampleCsv('乙市财政局', 2023) }], headers);
    expect(other.status).toBe(409);
    expect(at(json(other), 'code')).toBe('IDEMPOTENCY_MISMATCH');
  });

  test('with one key at once, one stores and the others get its answer', async () => {
    const headers = { 'Idempotency-Key': 'upload-at-once' };
    const parts = [{ file: '丙.csv', bytes: sampleCsv('丙县人民政府', 2024) }];
    const answers = await Promise.all([1, 2, 3].map(() => service.upload(parts, headers)));
    for (const answer of answers) {
      expect(json(answer)).toEqual(json(answers[0] ?? answer));
      expect(at(json(answer), 'files', 0, 'status')).toBe('STORED');
    }
  });

  test('REJECT_ALL stores nothing of a request in which anything is refused', async () => {
    const before = await reports();
    const answer = json(
      await service.upload([
        { file: '甲.csv', bytes: sampleCsv('甲市教育局', 2022) },
        { file: '坏.csv', bytes: 'not a report' },
        field('errorPolicy', 'REJECT_ALL'),
      ]),
    );
    expect([0, 1].map((index) => at(answer, 'files', index, 'status'))).toEqual(['REJECTED', 'REJECTED']);
    expect(await reports()).toBe(before);
  });

  test('the run can be read over GraphQL', async () => {
    const stored = json(await service.upload([{ file: '甲.csv', bytes: sampleCsv('甲市教育局', 2020) }]));
    const answer = await service.graphql(
      `query ($id: ID!) { importRun(id: $id) { actor options files { position fileName status sha256
        reports { form year agency status version problems { code severity } findings { severity } } } } }`,
      { id: at(stored, 'id') },
    );
    expect(at(answer, 'data', 'importRun')).toMatchObject({
      actor: '测试',
      files: [{ position: 0, fileName: '甲.csv', reports: [{ form: '2019', year: 2020, agency: 'A1' }] }],
    });
  });
});

describe('exports', () => {
  test.each(['xlsx', 'csv', 'json'])('an exported .%s, imported again, is UNCHANGED', async (extension) => {
    await service.upload([{ file: 'a.xlsx', bytes: await sampleWorkbook('乙市财政局', 2022) }]);
    const response = await fetch(`${service.address}/reports/A2/2022.${extension}`, {
      headers: { Authorization: `Bearer ${service.token}` },
    });
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const answer = json(await service.upload([{ file: `a.${extension}`, bytes }]));
    expect(at(answer, 'files', 0, 'problems')).toEqual([]);
    expect(at(answer, 'files', 0, 'status')).toBe('UNCHANGED');
  });

  test('a blank workbook carries agency and year, and is read as a report without numbers', async () => {
    const response = await fetch(`${service.address}/forms/2021/blank.xlsx?agency=A3&year=2024`, {
      headers: { Authorization: `Bearer ${service.token}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const answer = json(await service.upload([{ file: 'blank.xlsx', bytes }, field('dryRun', 'true')]));
    expect(at(answer, 'files', 0, 'reports', 0)).toMatchObject({
      form: '2021',
      year: 2024,
      agency: '丙县人民政府',
    });
  });

  test.each([
    ['/reports/A1/1999.xlsx', 404, 'REPORT_NOT_FOUND'],
    ['/reports/A1/2024.odt', 404, 'NOT_FOUND'],
    ['/reports/nobody/2024.csv', 404, 'REPORT_NOT_FOUND'],
    ['/forms/1999/blank.xlsx', 404, 'FORM_UNKNOWN'],
    ['/forms/2021/blank.xlsx?agency=nobody', 404, 'AGENCY_UNKNOWN'],
    ['/forms/2021/blank.xlsx?year=twenty', 400, 'INVALID_REQUEST'],
  ])('%s answers %i %s', async (path, status, code) => {
    const answer = await service.fetch(path);
    expect([answer.status, at(json(answer), 'code')]).toEqual([status, code]);
  });
});
