import { expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { makeZip } from './zip.js';

const type = 'application/vnd.oasis.opendocument.spreadsheet';

/** The cells of the only row of an OpenDocument. */
async function cellsOf(row: string): Promise<(string | null)[]> {
  const table = `<table:table table:name="年报"><table:table-row>${row}</table:table-row></table:table>`;
  const bytes = makeZip([
    { name: 'mimetype', content: type },
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest manifest:media-type="${type}"/>` },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
  const { grids } = await readGrids(bytes, '年报.ods', limits.report);
  return (grids[0]?.rows[0]?.cells ?? []).map(({ column, text, number }) => `${column} ${text} ${number}`);
}

const two =
  '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';
const number = 'office:value-type="float" office:value="8"';

test.each([
  ['alone', `<table:table-cell ${number}/>`],
  ['in an element that is empty', `<table:table-cell ${number}></table:table-cell>`],
  ['of a formula', `<table:table-cell table:formula="of:=4+4" ${number}/>`],
  [
    'in apostrophes',
    `<table:table-cell office:value-type='float' office:value='8'><text:p>8</text:p></table:table-cell>`,
  ],
  [
    'in a section of character data',
    `<table:table-cell ${number}><text:p><![CDATA[8]]></text:p></table:table-cell>`,
  ],
])('a number that stands %s is read, and what follows keeps its column', async (_where, cell) => {
  expect(await cellsOf(cell + two)).toEqual(['0 8 8', '1 2 2']);
});

test('several cells of one number that is not shown', async () => {
  const cell = `<table:table-cell table:number-columns-repeated="2" ${number}/>`;
  expect(await cellsOf(cell + two)).toEqual(['0 8 8', '1 8 8', '2 2 2']);
});

test('a text that is not shown, and one with signs in a section of character data', async () => {
  const unshown = '<table:table-cell office:value-type="string" office:string-value="其他"/>';
  const section =
    '<table:table-cell office:value-type="string"><text:p><![CDATA[a<b & c=\'d\']]></text:p></table:table-cell>';
  expect(await cellsOf(unshown + section)).toEqual(['0 其他 null', "1 a<b & c='d' null"]);
});

test('a section that does not end is no text', async () => {
  const cells = '<table:table-cell office:value-type="string"><text:p><![CDATA[8</text:p></table:table-cell>';
  expect(await cellsOf(cells + two)).not.toContain('0 8 8');
});

test('a value without its type is none, however often it is repeated', async () => {
  const untyped = '<table:table-cell table:number-columns-repeated="16000" office:value="8"/>';
  expect(await cellsOf(two + untyped)).toEqual(['0 2 2']);
});
