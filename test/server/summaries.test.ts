import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { Role } from '../../entities/access/Role.js';
import { cellsOf, formatValue } from '../../src/cells.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { form2019 } from '../../src/forms/2019.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, shownValues, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn, type Filing } from '../support/filing.js';
import { hasOffice, savedByOffice } from '../support/office.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { registerTree } from '../support/registerTree.js';

let service: TestServer;
let filing: Filing;
const cells = cellsOf(form2021);
const money = 'fees.fees.amount';
const blank = 'requests.carriedOver.otherOrganization';
const total = '应报 3 个机关，有报告 2 个，没有报告 1 个';

beforeAll(async () => {
  service = await startTestServer();
  filing = filingIn(service.database);
  await registerTree(service.database, {
    P: { name: '鼎城市', consolidates: true },
    A: { parent: 'P', name: '=教育局,"甲"' },
    B: { parent: 'P' },
    D: { parent: 'P', consolidates: true },
    E: { parent: 'D' },
    F: {},
  });
  const most = { [money]: '999999999999.999999', 'licensing.licensing.decisions': '999999999999999' };
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, validValues(form2021, 1), { ...most, [blank]: null }), {
      year: 2024,
      agency: 'A',
    }),
    draftOf(form2021, withCells(form2021, validValues(form2021, 2), { ...most, [blank]: null }), {
      year: 2024,
      agency: 'B',
    }),
    draftOf(form2021, validValues(form2021, 3), { year: 2024, agency: 'E' }),
    draftOf(form2019, validValues(form2019), { year: 2020, agency: 'B' }),
  ]);
});
afterAll(() => service.close());

async function download(path: string, token = service.token): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(service.address + path, { headers: { Authorization: `Bearer ${token}` } });
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const linesOf = (bytes: Uint8Array) => parse(Buffer.from(bytes), { bom: true, relax_column_count: true });
const numbersOf = async (code: string) =>
  Object.values(shownValues(form2021, (await filing.report(code, 2024)).values)).map((text) => text ?? '');

async function sumOf(...codes: string[]): Promise<string[]> {
  const reports = await Promise.all(codes.map((code) => filing.report(code, 2024)));
  return cells.map(({ position, column }) => {
    const known = reports.flatMap(({ values }) => values[position] ?? []);
    return known.length === 0
      ? ''
      : formatValue(
          column,
          known.reduce((sum, value) => sum + value, 0n),
        );
  });
}

describe('a 汇总表', () => {
  test('as CSV has the head as printed, the names of the cells, a line an agency and the sums', async () => {
    const lines = linesOf(await download('/summaries/P/2024.csv'));
    const [title, ...rest] = lines;
    expect(title?.[0]).toBe(`鼎城市2024年政府信息公开工作年度报告汇总表（${total}）`);
    expect(rest[0]?.slice(0, 4)).toEqual(['', '', '', '二、主动公开政府信息情况']);
    expect(rest.flat()).toContain('自然人（件）');
    expect(lines.at(-4)).toEqual(['代码', '机关名称', '年度', ...cells.map(({ key }) => key)]);
    expect(lines.slice(-3)).toEqual([
      ['A', `'=教育局,"甲"`, '2024', ...(await numbersOf('A'))],
      ['B', 'B局', '2024', ...(await numbersOf('B'))],
      ['合计', '', '', ...(await sumOf('A', 'B'))],
    ]);
    expect(lines.at(-1)).toContain('1999999999999.999998');
    const all = linesOf(await download('/summaries/P/2024.csv?depth=all'));
    expect(all.slice(-4).map(([code]) => code)).toEqual(['A', 'B', 'E', '合计']);
    expect(all.at(-1)?.slice(3)).toEqual(await sumOf('A', 'B', 'E'));
  });

  test('as a workbook has the same, numbers exact', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await download('/summaries/P/2024.xlsx')).buffer);
    const sheet = workbook.getWorksheet('汇总表');
    if (!sheet) throw new Error('no sheet');
    const texts = (row: number) => {
      const found = sheet.getRow(row);
      return Array.from({ length: cells.length + 3 }, (_, index) =>
        String(found.getCell(index + 1).value ?? ''),
      );
    };
    const last = sheet.rowCount;
    expect(texts(last - 2)).toEqual(['A', '=教育局,"甲"', '2024', ...(await numbersOf('A'))]);
    expect(texts(last)).toEqual(['合计', '', '', ...(await sumOf('A', 'B'))]);
    const row = sheet.getRow(last);
    const column = (key: string) => 4 + cells.findIndex((cell) => cell.key === key);
    expect(row.getCell(column(money)).value).toBe('1999999999999.999998');
    expect(row.getCell(column('licensing.licensing.decisions')).value).toBe('1999999999999998');
    expect(typeof row.getCell(column('documents.rules.issued')).value).toBe('number');
    expect(sheet.getCell(2, 4).value).toBe('二、主动公开政府信息情况');
    expect(sheet.getCell(2, 1).isMerged).toBe(true);
  });

  test.skipIf(!hasOffice)(
    'opened and saved by LibreOffice keeps its numbers',
    async () => {
      const saved = await savedByOffice(await download('/summaries/P/2024.xlsx'), 'csv');
      const lines = linesOf(saved);
      // 万元 is shown with at least four decimals.
      const plain = (text: string) =>
        text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
      expect(lines.at(-3)?.slice(3).map(plain)).toEqual((await numbersOf('A')).map(plain));
      expect(lines.at(-1)?.slice(3).map(plain)).toEqual((await sumOf('A', 'B')).map(plain));
    },
    60_000,
  );

  test.each(['csv', 'xlsx'])('as %s can be imported again, and changes nothing', async (extension) => {
    const bytes = await download(`/summaries/P/2024.${extension}`);
    const answer = await service.upload([
      { field: 'layout', value: 'collection' },
      { file: `汇总表.${extension}`, bytes },
    ]);
    const file = at(json(answer), 'files', 0);
    const reports = at(file, 'reports');
    expect(
      Array.isArray(reports) ? reports.map((each) => [at(each, 'agency'), at(each, 'status')]) : answer.text,
    ).toEqual([
      ['=教育局,"甲"', 'UNCHANGED'],
      ['B局', 'UNCHANGED'],
    ]);
    expect(at(file, 'problems')).toMatchObject([{ code: 'TOTAL_ROW', severity: 'info' }]);
    expect((await filing.report('A', 2024)).version).toBe(1);
  });

  test('of a year with another form has its cells', async () => {
    const lines = linesOf(await download('/summaries/P/2020.csv'));
    expect(lines.at(-1)).toHaveLength(3 + cellsOf(form2019).length);
    expect(lines.map(([code]) => code).slice(-2)).toEqual(['B', '合计']);
  });

  test('of nobody is only a head with blank sums', async () => {
    const lines = linesOf(await download('/summaries/F/2024.csv'));
    expect(lines.at(-1)).toEqual(['合计', '', '', ...cells.map(() => '')]);
  });

  test('is for whoever has the agency in scope', async () => {
    const { token } = await service.database.transaction((manager) =>
      createToken(manager, actor, { name: '德局', role: Role.READER, scope: 'D', expiresAt: null }),
    );
    const headers = { Authorization: `Bearer ${token}` };
    expect((await service.fetch('/summaries/D/2024.csv', { headers })).status).toBe(200);
    const outside = await service.fetch('/summaries/P/2024.csv', { headers });
    const nowhere = await service.fetch('/summaries/NONE/2024.csv', { headers });
    expect([outside.status, nowhere.status]).toEqual([404, 404]);
    expect(outside.text.replace('“P”', '“NONE”').replace(/"requestId".*/, '')).toBe(
      nowhere.text.replace(/"requestId".*/, ''),
    );
  });

  test.each([
    '/summaries/P/2024.pdf',
    '/summaries/P/24.csv',
    '/summaries/P/2024.csv?depth=x',
    '/summaries/P/2024.csv?depth=0',
    '/summaries/P/2018.xlsx',
  ])('%s is refused in words', async (path) => {
    const answer = await service.fetch(path);
    expect([400, 404, 422]).toContain(answer.status);
    expect(at(json(answer), 'message')).toEqual(expect.stringMatching(/[\u4e00-\u9fff]/));
  });
});

test('over GraphQL: the sum, what is missing, the differences and the overview', async () => {
  const answer = await service.graphql(
    `query ($keys: [CellKey!]!) {
      rollUp(agency: "P", year: 2024) {
        expected filed blanks otherForms values(keys: $keys)
        missing { nodes { code } }
        children(key: "${money}", first: 1) { nodes { agency { code } value form } totalCount pageInfo { hasNextPage } }
        differences { key }
      }
      overview(agency: "P", fromYear: 2024, toYear: 2024, by: LEVEL, keys: $keys) {
        by groups { code name years { year filed values { key value share rank difference percentage } } }
        total { filed values { value } }
      }
    }`,
    { keys: [money] },
  );
  expect(at(answer, 'errors')).toBeUndefined();
  const sum = (await sumOf('A', 'B'))[cells.findIndex(({ key }) => key === money)];
  expect(at(answer, 'data', 'rollUp')).toEqual({
    expected: 3,
    filed: 2,
    blanks: 2,
    otherForms: 0,
    values: { [money]: sum },
    missing: { nodes: [{ code: 'D' }] },
    children: {
      nodes: [{ agency: { code: 'A' }, value: '999999999999.999999', form: '2021' }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    },
    differences: null,
  });
  const overall = (await sumOf('A', 'B', 'E'))[cells.findIndex(({ key }) => key === money)];
  expect(at(answer, 'data', 'overview')).toEqual({
    by: 'LEVEL',
    groups: [
      {
        code: null,
        name: '未登记',
        years: [
          {
            year: 2024,
            filed: 3,
            values: [
              { key: money, value: overall, share: '100', rank: 1, difference: null, percentage: null },
            ],
          },
        ],
      },
    ],
    total: [{ filed: 3, values: [{ value: overall }] }],
  });
});
