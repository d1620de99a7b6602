import { describe, expect, test } from 'vitest';
import { readFile } from '../../../importers/worker/readFile.js';
import { cellsOf } from '../../../src/cells.js';
import { formById } from '../../../src/forms/index.js';
import { makeWorkbook } from './zip.js';

const options = { blanksAreZero: false };
const read = (content: string, name: string): ReturnType<typeof readFile> =>
  readFile(Buffer.from(content), name, options);

describe('a file without a report', () => {
  test('a workbook of something else', async () => {
    const bytes = makeWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    const { format, reports, problems } = await readFile(bytes, '年报.xlsx', options);
    expect([format, reports.length, problems.map(({ code }) => code)]).toEqual([
      'xlsx',
      0,
      ['NO_FORM_FOUND'],
    ]);
  });

  test('a workbook with no cell at all', async () => {
    const { problems } = await readFile(makeWorkbook(''), '年报.xlsx', options);
    expect(problems.map(({ code }) => code)).toEqual(['NO_FORM_FOUND']);
  });

  test('an unreadable file says so, once', async () => {
    const { problems } = await read('', '年报.xlsx');
    expect(problems.map(({ code }) => code)).toEqual(['UNREADABLE']);
  });
});

describe('the JSON export read back', () => {
  const form = formById('2021');
  const cells = Object.fromEntries((form ? cellsOf(form) : []).map(({ key }, at) => [key, String(at)]));
  const exported = {
    agency: '某市城市管理局',
    agencyCode: 'A1',
    year: 2024,
    form: '2021',
    version: 3,
    cells,
    sections: [{ id: 'overview', title: '总体情况', text: '正文' }],
  };

  test('every value, the prose, year and agency', async () => {
    const draft = await read(JSON.stringify(exported), '报告.json');
    expect(draft).toMatchObject({ format: 'json', encoding: 'utf-8', problems: [] });
    expect(draft.reports).toEqual([
      {
        form: '2021',
        headings: [],
        datedOn: null,
        year: 2024,
        agency: '某市城市管理局',
        cells: Object.fromEntries(
          Object.entries(cells).map(([key, value]) => [key, { value, raw: value, at: null }]),
        ),
        sections: exported.sections,
        problems: [],
      },
    ]);
  });

  test('blank and broken values, and cells the form lacks', async () => {
    const changed = {
      ...exported,
      cells: { 'documents.rules.issued': null, 'documents.rules.repealed': '1.5', 'a.b.c': '1' },
    };
    const [report] = (await read(JSON.stringify(changed), '报告.json')).reports;
    expect(report?.cells['documents.rules.issued']).toEqual({ value: null, raw: null, at: null });
    expect(report?.cells['documents.rules.repealed']).toEqual({ value: null, raw: '1.5', at: null });
    expect(report?.problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['CELL_UNKNOWN', undefined],
      ['NOT_WHOLE', 'documents.rules.repealed'],
    ]);
  });

  test('blanks are zero when the filer says so, refused values are not', async () => {
    const changed = { ...exported, cells: { 'documents.rules.repealed': 'x' } };
    const bytes = Buffer.from(JSON.stringify(changed));
    const [report] = (await readFile(bytes, '报告.json', { blanksAreZero: true })).reports;
    expect(report?.cells['documents.rules.issued']?.value).toBe('0');
    expect(report?.cells['documents.rules.repealed']?.value).toBe(null);
  });

  test('an unknown form', async () => {
    const { problems } = await read(JSON.stringify({ ...exported, form: '2008' }), '报告.json');
    expect(problems.map(({ code }) => code)).toEqual(['FORM_UNKNOWN']);
  });

  test.each(['{}', '[1,2]', '{"cells":{"a":1}}'])('other JSON: %s', async (content) => {
    const { format, reports, problems } = await read(content, '报告.json');
    expect([format, reports, problems.map(({ code }) => code)]).toEqual(['json', [], ['UNSUPPORTED_FORMAT']]);
  });
});
