import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Report } from '../../entities/reports/Report.js';
import { Upload } from '../../entities/importing/Upload.js';
import { deflatedSpaces, makeZip, workbookParts } from '../importers/reading/zip.js';
import { sampleCsv, sampleWorkbook } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer, type UploadPart } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
  await service.register('A2', '甲市财政局');
});

afterAll(() => service.close());

const field = (name: string, value: string) => ({ field: name, value });

/** What is wrong with a file: its first error, wherever it stands. */
function firstProblem(file: Json | undefined): Json | undefined {
  const all = [at(file, 'problems'), at(file, 'reports', 0, 'problems')].flatMap((problems) =>
    Array.isArray(problems) ? problems : [],
  );
  return all.find((problem) => at(problem, 'severity') === 'error');
}

const inChinese = expect.stringMatching(/[\u4e00-\u9fff]{4}/);

describe('bad files', () => {
  const csv = sampleCsv('甲市教育局', 2024);

  test.each<[string, UploadPart, string]>([
    ['an empty file', { file: 'a.xlsx', bytes: '' }, 'UNREADABLE'],
    ['a picture named .xlsx', { file: 'a.xlsx', bytes: '\x89PNG\r\n' }, 'UNREADABLE'],
    ['a text that is no report', { file: 'a.txt', bytes: '会议通知：明天开会' }, 'NO_FORM_FOUND'],
    ['another agency', { file: 'a.csv', bytes: sampleCsv('甲市体育局', 2024) }, 'AGENCY_UNKNOWN'],
  ])('%s is refused with a code in Chinese', async (_name, file, code) => {
    const answer = json(await service.upload([file]));
    expect(at(answer, 'files', 0, 'status')).toBe('REJECTED');
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({
      code:
        code === 'UNREADABLE'
          ? expect.stringMatching(/^(UNREADABLE|UNSUPPORTED_FORMAT|ENCODING_UNKNOWN|NO_FORM_FOUND)$/)
          : code,
      message: inChinese,
    });
  });

  test('a truncated workbook', async () => {
    const whole = await sampleWorkbook('甲市教育局', 2024);
    const answer = json(await service.upload([{ file: 'a.xlsx', bytes: whole.slice(0, 4000) }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'UNREADABLE', message: inChinese });
  });

  test.each(['年报.xls', '年报.xlsx', '年报.ods', 'agile.xlsx'])('%s with a password', async (name) => {
    const bytes = new Uint8Array(await readFile(new URL(`../fixtures/encrypted/${name}`, import.meta.url)));
    const answer = json(await service.upload([{ file: name, bytes }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'ENCRYPTED', message: inChinese });
  });

  test('a bomb of 2 GB', async () => {
    const bomb = makeZip([
      ...workbookParts({ 年报: '' }),
      { name: 'xl/sharedStrings.xml', packed: deflatedSpaces(2048), declaredSize: 10 },
    ]);
    const answer = json(await service.upload([{ file: '年报.xlsx', bytes: new Uint8Array(bomb) }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'TOO_LARGE', message: inChinese });
  });

  test('an unknown form', async () => {
    const bytes = '甲市教育局2016年政府信息公开工作年度报告\n项目,单位,数量\n主动公开信息数,条,12\n';
    const answer = json(await service.upload([{ file: 'a.csv', bytes }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'FORM_UNKNOWN', message: inChinese });
  });

  test('an unknown agency gets the nearest names', async () => {
    const answer = json(await service.upload([{ file: 'a.csv', bytes: sampleCsv('甲市教育厅', 2024) }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({
      code: 'AGENCY_UNKNOWN',
      message: expect.stringContaining('甲市教育局（A1）'),
    });
  });

  test('12abc in a count is named with its cell and address', async () => {
    const bytes = csv.replace(/\d+(?=\r\n)/, '12abc');
    const answer = json(await service.upload([{ file: 'a.csv', bytes }]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({
      code: 'NOT_A_NUMBER',
      cell: expect.stringMatching(/^\w+\.\w+\.\w+$/),
      at: expect.stringMatching(/^[A-Z]+\d+$/),
      message: expect.stringContaining('12abc'),
    });
  });

  test('one agency and year twice in a request: both are refused', async () => {
    const answer = json(
      await service.upload([
        { file: 'a.csv', bytes: csv },
        { file: 'b.csv', bytes: sampleCsv('甲市教育局', 2024, {}, 2) },
      ]),
    );
    for (const index of [0, 1])
      expect(firstProblem(at(answer, 'files', index))).toMatchObject({ code: 'DUPLICATE_REPORT' });
  });

  test('another year than the title', async () => {
    const answer = json(await service.upload([{ file: 'a.csv', bytes: csv }, field('year', '2023')]));
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'YEAR_MISMATCH' });
  });

  test('a file larger than a report may be is received, refused, and blocks nothing', async () => {
    const answer = json(
      await service.upload([
        { file: 'big.csv', bytes: new Uint8Array(21 * 1024 * 1024).fill(65) },
        { file: 'a.csv', bytes: sampleCsv('甲市财政局', 2024) },
      ]),
    );
    expect(firstProblem(at(answer, 'files', 0))).toMatchObject({ code: 'TOO_LARGE', message: inChinese });
    expect(at(answer, 'files', 1, 'status')).toBe('STORED');
  });

  test('nothing unreadable was stored, and the server keeps serving', async () => {
    expect(await service.database.manager.count(Report)).toBe(1);
    expect((await service.fetch('/healthz')).status).toBe(200);
    const kept = await service.database.manager.find(Upload, { select: { sha256: true, size: true } });
    expect(kept.every(({ size }) => size > 0)).toBe(true);
  });
});

describe('bad requests', () => {
  const file = { file: 'a.csv', bytes: sampleCsv('甲市教育局', 2022) };

  test.each<[string, UploadPart[], RegExp]>([
    ['no file', [field('dryRun', 'true')], /没有收到文件/],
    ['an unknown field', [file, field('dryrun', 'true')], /不认识字段 dryrun/],
    ['a field twice', [file, field('year', '2022'), field('year', '2023')], /出现了两次/],
    ['a year that is none', [file, field('year', '22')], /字段 year .*22/],
    ['an unknown layout', [file, field('layout', 'book')], /字段 layout .*book/],
    ['an unknown policy', [file, field('errorPolicy', 'IGNORE')], /字段 errorPolicy .*IGNORE/],
    ['a flag that is none', [file, field('dryRun', 'maybe')], /字段 dryRun .*maybe/],
  ])('%s is INVALID_REQUEST', async (_name, parts, message) => {
    const answer = await service.upload(parts);
    expect(answer.status).toBe(400);
    expect(json(answer)).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringMatching(message),
      requestId: expect.any(String),
    });
  });

  test('an error before a large file does not hang the upload', async () => {
    const answer = await service.upload([
      field('year', '2022'),
      field('year', '2022'),
      { file: 'a.csv', bytes: new Uint8Array(6 * 1024 * 1024) },
    ]);
    expect(answer.status).toBe(400);
  });

  test('more than 200 files are too many', async () => {
    const parts = Array.from({ length: 201 }, (_, index) => ({ file: `${index}.csv`, bytes: 'x' }));
    const answer = await service.upload(parts);
    expect([answer.status, at(json(answer), 'code')]).toEqual([413, 'TOO_LARGE']);
  });

  test.each([
    ['/imports', 'application/json', '{}', 406],
    ['/graphql', 'application/json', '{"query":', 400],
    ['/graphql', 'text/plain', '{ forms { id } }', 400],
    ['/graphql', 'application/json', '[]', 400],
    ['/graphql', 'application/json', `{"query":"${'#'.repeat(2_200_000)}"}`, 413],
  ])('POST %s as %s: bad request %#', async (path, type, body, status) => {
    const headers = { Authorization: `Bearer ${service.token}`, 'Content-Type': type };
    const answer = await service.fetch(path, { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/[\u4e00-\u9fff]/);
  });
});
