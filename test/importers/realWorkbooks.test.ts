import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readGrids } from '../../importers/reading/readGrids.js';
import { oneCell, reportParts, withSharedStrings } from '../support/hostile.js';
import { makeZip, workbookParts, type ZipPart } from './reading/zip.js';

// What workbooks of other programs hold that a reader may trip over, each made small.

async function textsOf(bytes: Uint8Array, name = '年报.xlsx'): Promise<(string | null)[][]> {
  const { grids, problems } = await readGrids(bytes, name);
  expect(problems).toEqual([]);
  return grids.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ text, number }) => [text, number])),
  );
}

test.each([
  ['<t>1</t><r><t>2</t></r>', '12'],
  ['<t xml:space="preserve">1</t>\n<r><rPr><b/></rPr><t>2</t></r><r><t>3</t></r>', '123'],
  ['<t/><r><t>2</t></r>', '2'],
  ['<r><t>1</t></r><r><t>2</t></r>', '12'],
  ['<t>1</t><rPh sb="0" eb="1"><t>yi</t></rPh>', '1'],
])('a text that begins plain and goes on formatted is read whole: %s', async (text, whole) => {
  const shared = withSharedStrings('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', `<si>${text}</si>`);
  expect(await textsOf(shared)).toEqual([[whole, null]]);
  expect(await textsOf(oneCell(`<c r="A1" t="inlineStr"><is>${text}</is></c>`))).toEqual([[whole, null]]);
});

test('a negative number in a date format shows as the program shows it', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([[{ t: 'n', v: -1690, z: 'yyyy/m/d' }]]);
  const bytes: Buffer = XLSX.write({ SheetNames: ['年报'], Sheets: { 年报: sheet } }, { type: 'buffer' });
  expect(await textsOf(bytes)).toEqual([['########', null]]);
});

/** The parts of the report with one more, of a type. */
function withTyped(part: ZipPart, type: string): ZipPart[] {
  const [types, ...others] = workbookParts({ 年报: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const content = String(types?.content).replace(
    '</Types>',
    `<Override PartName="/${part.name}" ContentType="${type}"/></Types>`,
  );
  return [{ name: types?.name ?? '', content }, ...others, part];
}

test('the list of people who commented, as newer Excels write it', async () => {
  const part = { name: 'xl/persons/person.xml', content: '<personList/>' };
  expect(await textsOf(makeZip(withTyped(part, 'application/vnd.ms-excel.person+xml')))).toEqual([
    ['1', '1'],
  ]);
});

test('formats that are announced and left out', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
  const parts = withTyped({ name: 'xl/styles.xml' }, type).filter(({ name }) => name !== 'xl/styles.xml');
  expect(await textsOf(makeZip(parts))).toEqual([['1', '1']]);
});

test('an .xls whose stream is named in capital letters', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([['规章', 12]]);
  const written: Buffer = XLSX.write(
    { SheetNames: ['年报'], Sheets: { 年报: sheet } },
    { type: 'buffer', bookType: 'biff8' },
  );
  const name = Buffer.from('Workbook', 'utf16le');
  const bytes = Buffer.from(written);
  bytes.write('WORKBOOK', bytes.indexOf(name), 'utf16le');
  expect(await textsOf(bytes, '年报.xls')).toEqual([
    ['规章', null],
    ['12', '12'],
  ]);
});

test('hidden columns are still told, wide ones are left out', async () => {
  const parts = reportParts().map((part) => ({
    ...part,
    content: String(part.content).replace(
      '<sheetData>',
      '<cols><col min="1" max="16384" width="9"/><col min="3" max="4" hidden="1"/><col hidden="true" min="7" max="7"/></cols><sheetData>',
    ),
  }));
  const { grids } = await readGrids(makeZip(parts), '年报.xlsx');
  expect(grids[0]?.hiddenColumns).toEqual([2, 3, 6]);
});
