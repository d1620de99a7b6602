import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCsv, sampleWorkbook } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局', ['甲教育局']);
  await service.register('A2', '乙市财政局');
});

afterAll(() => service.close());

async function download(path: string) {
  const response = await fetch(service.address + path, {
    headers: { Authorization: `Bearer ${service.token}` },
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function upload(
  file: string,
  bytes: Uint8Array<ArrayBuffer> | string,
  fields: Record<string, string> = {},
) {
  const parts = Object.entries(fields).map(([field, value]) => ({ field, value }));
  return json(await service.upload([{ file, bytes }, ...parts]));
}

const annotatedPath = (run: Json) => `${String(at(run, 'files', 0, 'original'))}/annotated.xlsx`;

async function open(bytes: Uint8Array<ArrayBuffer>) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer);
  return workbook;
}

describe('GET /imports/:id/:file/annotated.xlsx', () => {
  test('marks what the import found, also against last year, and uploaded again is UNCHANGED', async () => {
    await upload('2022.csv', sampleCsv('甲市教育局', 2022, {}, 2));
    const run = await upload('甲 2023.csv', sampleCsv('甲教育局', 2023, { 'requests.received.total': '7' }));
    expect(at(run, 'files', 0, 'status')).toBe('STORED');
    const { response, bytes } = await download(annotatedPath(run));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '甲 2023（核对结果）.xlsx',
    );
    const list = (await open(bytes)).getWorksheet('错误清单')!;
    const rules = list.getColumn(8).values.map((value) => String(value).split(' ')[0]);
    const found = at(run, 'files', 0, 'reports', 0, 'findings');
    const expected = Array.isArray(found) ? found.map((finding) => at(finding, 'rule')) : [];
    expect(rules.filter((rule) => rule?.startsWith('R-')).sort()).toEqual([...expected].sort());
    expect(rules).toContain('R-CARRY');
    expect(at(await upload('再传.xlsx', bytes), 'files', 0)).toMatchObject({
      status: 'UNCHANGED',
      version: 1,
    });
  });

  test('of a refused file tells why; mended in it, the report is stored clean', async () => {
    const csv = sampleCsv('乙市财政局', 2023).replace(/(行政许可,+)\d+/, '$1约八百件');
    const run = await upload('乙.csv', csv);
    expect(at(run, 'files', 0, 'status')).toBe('REJECTED');
    const { bytes } = await download(annotatedPath(run));
    expect(at(await upload('原样.xlsx', bytes), 'files', 0, 'status')).toBe('REJECTED');
    const workbook = await open(bytes);
    const place = workbook.getWorksheet('错误清单')!.getCell('J5').text;
    const cell = workbook.getWorksheet('年报')!.getCell(place);
    expect(cell.value).toBe('约八百件');
    cell.value = 800;
    const mended = await upload('改好.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(at(mended, 'files', 0)).toMatchObject({ status: 'STORED', version: 1, problems: [] });
    expect(at(mended, 'files', 0, 'reports', 0)).toMatchObject({ problems: [], findings: [] });
  });

  test('says what the import said of agency and year, and does not rewrite the title', async () => {
    const run = await upload('丁.csv', sampleCsv('丁市未登记局', 2023), { year: '2022' });
    const workbook = await open((await download(annotatedPath(run))).bytes);
    const rules = workbook.getWorksheet('错误清单')!.getColumn(8).values.map(String).join();
    expect(rules).toContain('AGENCY_UNKNOWN');
    expect(rules).toContain('YEAR_MISMATCH');
    expect(workbook.getWorksheet('年报')!.getCell('A1').text).toMatch(/^丁市未登记局2023年/);
  });

  test('is asked for with a token, for a file that was kept and a report that is in it', async () => {
    const path = annotatedPath(await upload('a.csv', sampleCsv('乙市财政局', 2020)));
    expect((await fetch(service.address + path)).status).toBe(401);
    expect((await service.fetch(`${path}?report=1`)).status).toBe(404);
    expect((await service.fetch(`${path}?report=one`)).status).toBe(400);
    expect((await service.fetch(path.replace(/0\/annotated/, '7/annotated'))).status).toBe(404);
  });
});

test('a blank workbook for next year carries over what last year’s report carried forward', async () => {
  const given = await sampleWorkbook('乙市财政局', 2021);
  const stored = await upload('2021.xlsx', given);
  const forward = at(stored, 'files', 0, 'reports', 0, 'cells', 'requests.carriedForward.total', 'value');
  const { bytes } = await download('/forms/2021/blank.xlsx?agency=A2&year=2022');
  const again = await upload('空白.xlsx', bytes, { dryRun: 'true' });
  const cell = (key: string) => at(again, 'files', 0, 'reports', 0, 'cells', key, 'value');
  expect(typeof forward).toBe('string');
  expect([cell('requests.carriedOver.total'), cell('requests.received.total')]).toEqual([forward, null]);
});
