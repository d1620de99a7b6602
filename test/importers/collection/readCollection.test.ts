import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../importers/draft/draft.js';
import type { ReportName, ReportsPart } from '../../../importers/collection/collectionPart.js';
import { readCollection } from '../../../importers/collection/readCollection.js';
import { limits } from '../../../importers/files/limits.js';
import { shownValues, validValues } from '../../support/drafts.js';
import { longCsv, wideCsv } from '../../support/tables.js';
import { form2021 } from '../../../src/forms/2021.js';
import { makeZip, workbookParts } from '../reading/zip.js';

const names: ReportName[] = [];

async function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  most = limits.collection,
) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const parts: ReportsPart[] = [];
  const files: string[] = [];
  names.length = 0;
  for await (const part of readCollection(bytes, 'c.csv', { blanksAreZero: false, ...options }, most))
    if (part.kind === 'names') names.push(...part.names);
    else if (part.kind === 'file') files.push(part.name);
    else parts.push(part);
  return {
    parts,
    files,
    reports: parts.flatMap(({ reports }) => reports),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

const received = 'requests.received.naturalPerson';
const three = [
  { code: 'A1', name: '甲局', year: 2024 },
  { code: 'A2', name: '乙局', year: 2024, seed: 2 },
  { code: 'A3', name: '丙局', year: 2024, seed: 3 },
];
const codes = (found: readonly { code: string; at?: string }[]) => found.map(({ code, at }) => [code, at]);

describe('a row a report', () => {
  test.each([
    ['UTF-8', Buffer.from(wideCsv(three)), 'utf-8'],
    ['a byte order mark', Buffer.from('\ufeff' + wideCsv(three)), 'utf-8-bom'],
    ['GB18030', iconv.encode(wideCsv(three), 'gb18030'), 'gb18030'],
    ['UTF-16 with tabs', iconv.encode(wideCsv(three, '\t'), 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['semicolons', Buffer.from(wideCsv(three, ';')), 'utf-8'],
  ])('in %s', async (_, bytes, encoding) => {
    const { parts, reports, problems } = await read(bytes);
    expect(problems).toEqual([]);
    expect(parts[0]).toMatchObject({ format: 'csv', encoding, bytesRead: bytes.length });
    expect(
      reports.map(({ agency, agencyCode, year, form, at }) => [agency, agencyCode, year, form, at]),
    ).toEqual([
      ['甲局', 'A1', 2024, '2021', 'B2'],
      ['乙局', 'A2', 2024, '2021', 'B3'],
      ['丙局', 'A3', 2024, '2021', 'B4'],
    ]);
    expect(names.map(({ agency, at }) => [agency, at])).toEqual([
      ['甲局', 'B2'],
      ['乙局', 'B3'],
      ['丙局', 'B4'],
    ]);
    const values = Object.entries(reports[1]?.cells ?? {}).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(shownValues(form2021, validValues(form2021, 2)));
    expect(reports[1]?.cells['documents.rules.issued']).toMatchObject({ at: 'D3' });
  });

  test('a bad cell is located and stands alone', async () => {
    const table = wideCsv([three[0]!, { ...three[1]!, cells: {} }, three[2]!]).split('\r\n');
    const row = table[2]!.split(',');
    row[13] = '许多';
    row[14] = '３５';
    const { reports } = await read([...table.slice(0, 2), row.join(','), ...table.slice(3)].join('\r\n'));
    expect(reports.map(({ problems }) => codes(problems))).toEqual([
      [],
      [
        ['NOT_A_NUMBER', 'N3'],
        ['NUMBER_CLEANED', 'O3'],
      ],
      [],
    ]);
  });

  test('unknown, doubled and unread columns are named at the header, and nothing in them is lost unsaid', async () => {
    const [header, first, second] = wideCsv(three).split('\r\n');
    const table = [`${header},requests.recieved.total,${received},备注`, `${first},1,,甲`, `${second},,,`];
    const { reports, problems } = await read(table.join('\n'));
    const last = problems.map(({ at }) => at);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['CELL_UNKNOWN', 'error'],
      ['COLUMN_TWICE', 'error'],
      ['COLUMN_NOT_READ', 'warning'],
    ]);
    expect(last).toEqual(['GV1', 'GW1', 'GX1']);
    expect(reports.map(({ problems: found }) => codes(found))).toEqual([[['CELL_UNKNOWN', 'GV2']], []]);
  });

  test('a row with more fields than the header is refused, one with fewer has lost its tail', async () => {
    const [header, first, second] = wideCsv(three).split('\r\n');
    const short = second!.split(',').slice(0, 200).join(',');
    const { reports } = await read([header, first!.replace('甲局', '甲,局'), short].join('\n'), {
      blanksAreZero: true,
    });
    expect(reports[0]?.problems.map(({ code }) => code)).toContain('AMBIGUOUS_ROW');
    expect(codes(reports[1]?.problems ?? [])).toEqual([['VALUE_LOST', 'B3']]);
    expect(reports[1]?.cells['remedies.litigationAfterReconsideration.total']).toEqual({
      value: null,
      raw: null,
      at: null,
    });
  });

  test('the form follows from the keys, the form column or the year', async () => {
    const { reports, problems } = await read(
      `code,year,form,${received}\nA,2024,,1\nB,2020,,2\nC,,2019年格式,3\nD,,,4\nE,,2015,5\nF,今年,2021,6\n`,
    );
    expect(reports.map(({ agency, form }) => [agency, form])).toEqual([
      ['A', '2021'],
      ['B', '2019'],
      ['C', '2019'],
      ['F', '2021'],
    ]);
    expect(codes(problems)).toEqual([
      ['FORM_UNKNOWN', 'A5'],
      ['FORM_UNKNOWN', 'A6'],
    ]);
    expect(codes(reports[3]?.problems ?? [])).toEqual([['YEAR_UNKNOWN', 'B7']]);
    const asked = await read(`code,${received}\nA,1\n`, { year: 2020 });
    expect(asked.reports[0]?.form).toBe('2019');
    const [other] = (await read(`code,year,documents.rules.issued,fees.fees.change\nA,2024,1,2\n`)).reports;
    expect(codes(other?.problems ?? [])).toEqual([['CELL_UNKNOWN', 'D2']]);
  });

  test('quoted fields and blank lines keep their places', async () => {
    const { reports } = await read(`标题\n\n代码,机关,年度,${received}\n\n"A,1","甲\n局",2024,"1"\n`);
    expect(reports).toMatchObject([
      { agencyCode: 'A,1', at: 'B5', cells: { [received]: { value: '1', at: 'D5' } } },
    ]);
    expect(names).toMatchObject([{ at: 'B5' }]);
  });

  test('what was read before a fault of the file stays read', async () => {
    const { reports, problems } = await read(wideCsv(three) + '"' + 'x'.repeat(300 * 1024));
    expect(reports).toHaveLength(3);
    expect(codes(problems)).toEqual([['TOO_LARGE', '第5行']]);
    const few = { ...limits.collection, filledCells: 450 };
    expect((await read(wideCsv(three), {}, few)).problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
  });

  test('sums, signatures and notes among the rows are no reports, and each is told', async () => {
    const rows = [
      '合计（2家）,1',
      '市直部门小计,1',
      '共计：2家,2',
      '累 计,2',
      '填表人：张三,',
      '单位负责人：李四,',
      '日期：2025-01-10,',
      '注：不含乡镇,',
    ];
    const { reports, problems } = await read(
      `机关,${received}\n甲局,1\n${rows.join('\n')}\n市统计局,2\n会计中心,3\n`,
      {
        year: 2024,
      },
    );
    expect(reports.map(({ agency }) => agency)).toEqual(['甲局', '市统计局', '会计中心']);
    expect(problems.map(({ code }) => code)).toEqual([
      ...new Array<string>(4).fill('TOTAL_ROW'),
      ...new Array<string>(4).fill('NOTE_ROW'),
    ]);
    expect(names.map(({ agency }) => agency)).toEqual(['甲局', '市统计局', '会计中心']);
  });

  test('reports come a hundred at a time', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `A${index},2024,1\n`).join('');
    const { parts } = await read(`code,year,${received}\n${rows}`);
    expect(parts.map(({ reports }) => reports.length)).toEqual([100, 100, 50]);
  });
});

describe('a row a cell', () => {
  test('reads to the same cells', async () => {
    const { reports, problems } = await read(longCsv(three));
    expect(problems).toEqual([]);
    expect(reports.map(({ agency, year, at }) => [agency, year, at])).toEqual([
      ['甲局', 2024, 'A2'],
      ['乙局', 2024, 'A202'],
      ['丙局', 2024, 'A402'],
    ]);
    const values = Object.entries(reports[2]?.cells ?? {}).map(([key, { value }]) => [key, value]);
    expect(Object.fromEntries(values)).toEqual(shownValues(form2021, validValues(form2021, 3)));
    expect(reports[1]?.cells['documents.rules.issued']?.at).toBe('D202');
    expect(names.map(({ at }) => at)).toEqual(['A2', 'A202', 'A402']);
  });

  test('unknown keys and cells that come twice are located', async () => {
    const { reports } = await read(
      `机关,年度,格,值\n甲,2024,${received},1\n甲,2024,a.b.c,2\n甲,2024,,3\n甲,2024,${received},4\n`,
    );
    expect(codes(reports[0]?.problems ?? [])).toEqual([
      ['CELL_UNKNOWN', 'C3'],
      ['CELL_UNKNOWN', 'C4'],
      ['CELL_TWICE', 'D5'],
    ]);
    expect(reports[0]?.cells[received]?.value).toBe('1');
  });
});

describe('workbooks and archives', () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const table =
    `<row r="1">${cell('A1', '机关')}${cell('B1', '年度')}${cell('C1', received)}</row>` +
    `<row r="2">${cell('A2', '甲局')}<c r="B2"><v>2024</v></c><c r="C2"><v>12</v></c></row>`;

  test('a table on a sheet has places with the name of the sheet', async () => {
    const { reports } = await read(makeZip(workbookParts({ 一览: table })));
    expect(reports).toMatchObject([
      { agency: '甲局', year: 2024, at: '一览!A2', cells: { [received]: { value: '12', at: '一览!C2' } } },
    ]);
    expect(names).toMatchObject([{ agency: '甲局', at: '一览!A2' }]);
  });

  test('an archive gives its files under names in UTF-8 or GB18030, and its tables at once', async () => {
    const bytes = makeZip([
      { name: '区县/', content: '' },
      { name: '__MACOSX/._a.xlsx', content: 'x' },
      { name: '区县/甲.xlsx', content: makeZip(workbookParts({ 年报: '' })) },
      { name: '一览.csv', content: wideCsv(three) },
    ]);
    const { files, reports } = await read(bytes);
    expect(files).toEqual(['区县/甲.xlsx']);
    expect(reports.map(({ at }) => at)).toEqual(['一览.csv!B2', '一览.csv!B3', '一览.csv!B4']);
    const gbk = gb18030Names(makeZip([{ name: 'abcd.csv', content: 'x', flags: 0 }]), 'abcd', '甲乙');
    expect((await read(gbk)).files).toEqual(['甲乙.csv']);
  });

  test('a broken file of an archive is a problem of its own; a climbing name refuses the archive', async () => {
    const broken = await read(
      makeZip([
        { name: '坏.csv', content: 'abc', checksum: 1 },
        { name: '好.csv', content: wideCsv(three) },
      ]),
    );
    expect(codes(broken.problems)).toEqual([['UNREADABLE', '坏.csv']]);
    expect(broken.reports).toHaveLength(3);
    const climbing = await read(makeZip([{ name: '../甲.csv', content: 'x' }]));
    expect(climbing.problems.map(({ code }) => code)).toEqual(['UNREADABLE']);
    expect((await read(makeZip([]))).problems.map(({ code }) => code)).toEqual(['NO_FORM_FOUND']);
  });
});

/** The same zip with a name in another encoding of the same length. */
function gb18030Names(zip: Buffer, name: string, other: string): Buffer {
  const bytes = Buffer.from(zip);
  const replacement = iconv.encode(other, 'gb18030');
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) replacement.copy(bytes, at);
  return bytes;
}
