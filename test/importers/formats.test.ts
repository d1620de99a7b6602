import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../importers/draft/draft.js';
import type { FileFormat } from '../../src/words/fileFormats.js';
import { readFile } from '../../importers/worker/readFile.js';
import type { ExpectedCell, Fixture } from '../fixtures/layouts/fixture.js';
import { excel95 } from '../support/excel95.js';
import { webPage } from '../support/webPage.js';

const folder = join(import.meta.dirname, '../fixtures');
const fixtures = (JSON.parse(readFileSync(join(folder, 'layouts/layouts.json'), 'utf8')) as Fixture[]).filter(
  ({ layout }) => layout === 'stacked',
);

/** Where a person finds a cell of the sheet in a file: given its address without the sheet. */
type Place = (address: string) => string;
const onSheet: Place = (address) => `年报!${address}`;
const inTable: Place = (address) => address;
const inText: Place = (address) => `第${address.replace(/\D/g, '')}行`;

async function expectReport(
  fixture: Fixture,
  bytes: Uint8Array,
  {
    name,
    format,
    place,
    encoding = null,
  }: {
    readonly name: string;
    readonly format: FileFormat;
    readonly place: Place;
    readonly encoding?: Encoding | null;
  },
): Promise<void> {
  const draft = await readFile(bytes, name, { blanksAreZero: false });
  expect(draft.format).toBe(format);
  expect(draft.encoding).toBe(encoding);
  const [report] = draft.reports;
  expect(draft.reports).toHaveLength(1);
  expect([report?.form, report?.year, report?.agency]).toEqual([fixture.form, fixture.year, fixture.agency]);
  expect([...draft.problems, ...(report?.problems ?? [])]).toEqual([]);
  expect(report?.cells).toEqual(cellsAt(fixture, place));
}

function cellsAt({ cells }: Fixture, place: Place): Record<string, ExpectedCell> {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      const address = cell.at?.replace('年报!', '') ?? null;
      return [key, { ...cell, at: address && place(address) }];
    }),
  );
}

const saved = (name: string): Buffer => readFileSync(join(folder, 'formats', name));

describe('a report that LibreOffice saved in its formats reads to the same cells', () => {
  const fixture = fixtures.find(({ form }) => form === '2021');

  test.each<[string, string, FileFormat, Place, Encoding | null]>([
    ['report.xlsx', '年报.xlsx', 'xlsx', onSheet, null],
    ['report.xlsm', '年报.xlsm', 'xlsx', onSheet, null],
    ['report.xls', '年报.xls', 'xls', onSheet, null],
    ['report.xls', '年报.et', 'et', onSheet, null],
    ['report.ods', '年报.ods', 'ods', onSheet, null],
    ['htmlTable.xls', '年报.xls', 'html', inTable, 'utf-8'],
    ['utf8.csv', '年报.csv', 'csv', inTable, 'utf-8'],
    ['gb18030.csv', '年报.csv', 'csv', inTable, 'gb18030'],
    ['utf16.csv', '年报.csv', 'csv', inTable, 'utf-16le'],
    ['utf16.txt', '年报.txt', 'csv', inTable, 'utf-16le'],
  ])('%s uploaded as %s', async (file, name, format, place, encoding) => {
    expect(fixture).toBeDefined();
    if (fixture) await expectReport(fixture, saved(file), { name, format, place, encoding });
  });
});

describe.each(fixtures)('form $form written by a program reads to the same cells', (fixture) => {
  const [sheet] = fixture.sheets;
  if (!sheet) throw new Error('the layout has no sheet');
  const workbook = XLSX.read(readFileSync(join(folder, `layouts/exceljs/${fixture.form}-stacked.xlsx`)), {
    type: 'buffer',
  });

  test.each<[XLSX.BookType, string, FileFormat]>([
    ['xlsx', '年报.xlsx', 'xlsx'],
    ['xlsb', '年报.xlsb', 'xlsb'],
    ['biff8', '年报.xls', 'xls'],
    ['biff8', '年报.et', 'et'],
    ['ods', '年报.ods', 'ods'],
  ])('%s as %s', async (bookType, name, format) => {
    const bytes: Buffer = XLSX.write(workbook, { type: 'buffer', bookType });
    await expectReport(fixture, bytes, { name, format, place: onSheet });
  });

  test('Excel 95 in code page 936', async () => {
    await expectReport(fixture, excel95(sheet), { name: '年报.xls', format: 'xls', place: onSheet });
  });

  test('a published page with its prose', async () => {
    const { html, placeOf } = webPage(sheet);
    const place: Place = (address) => placeOf.get(address) ?? '';
    for (const [encoding, bytes] of [
      ['utf-8', Buffer.from(html)],
      ['gb18030', iconv.encode(html, 'gb18030')],
    ] as const) {
      await expectReport(fixture, bytes, { name: '年报.html', format: 'html', place, encoding });
      const { reports } = await readFile(bytes, '年报.html', { blanksAreZero: false });
      expect(reports[0]?.sections.map(({ text }) => text).join()).toContain('全年公开信息1286条');
    }
  });

  test('text copied from a published page: the address is the line', async () => {
    const bytes = readFileSync(join(folder, `layouts/text/${fixture.form}-stacked.utf16.txt`));
    const copied = bytes.subarray(2).toString('utf16le').replace(/\t+$/gm, '');
    const lines = copied.split(/\r\n/);
    const { reports, format } = await readFile(Buffer.from(copied), '年报.txt', { blanksAreZero: false });
    expect(format).toBe('txt');
    expect(reports[0]?.cells).toEqual(cellsAt(fixture, inText));
    for (const { at, raw } of Object.values(reports[0]?.cells ?? {})) {
      const line = lines[Number(at?.replace(/\D/g, '')) - 1];
      expect(line?.split('\t')).toContain(raw);
    }
  });
});
