import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Grid, GridCell } from '../../../importers/reading/grid.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { makeWorkbook, makeZip, workbookParts } from './zip.js';

/** The cells of a file as short tuples: address, text, number, and what else there is to say. */
function tuples(grids: readonly Grid[]): (string | number | null)[][] {
  return grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(tuple)));
}

function tuple({ at, text, number, fault, column, lastColumn }: GridCell): (string | number | null)[] {
  return [at, text, number, ...(fault ? [fault] : []), ...(lastColumn > column ? [lastColumn] : [])];
}

async function cellsOf(bytes: Uint8Array, fileName = '年报.xlsx'): Promise<(string | number | null)[][]> {
  const { grids, problems } = await readGrids(bytes, fileName);
  expect(problems).toEqual([]);
  return tuples(grids);
}

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('年报'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('numbers', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['59237.244900000005', '59237.2449'],
    ['-1690', '-1690'],
    ['0.1', '0.1'],
    ['1E+21', '1000000000000000000000'],
    ['-1.5E-7', '-0.00000015'],
    ['123456789012345678', '123456789012346000'],
    ['25.100000000000001', '25.1'],
  ])('%s is taken as %s', async (stored, number) => {
    const [cell] = await cellsOf(makeWorkbook(`<row r="1"><c r="A1"><v>${stored}</v></c></row>`));
    expect(cell?.[2]).toBe(number);
  });

  test('the displayed text stands beside the number', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('J12').value = 3525;
      sheet.getCell('J12').numFmt = '#,##0';
      sheet.getCell('K12').value = 53.6318;
      sheet.getCell('K12').numFmt = '0.0" 万元"';
    });
    expect(await cellsOf(bytes)).toEqual([
      ['年报!J12', '3,525', '3525'],
      ['年报!K12', '53.6 万元', '53.6318'],
    ]);
  });

  test('a date is its text, no figure', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('A1').value = new Date(Date.UTC(2025, 0, 2));
      sheet.getCell('A2').value = 44198;
      sheet.getCell('A2').numFmt = 'm"月"d"日"';
    });
    expect(await cellsOf(bytes)).toEqual([
      ['年报!A1', '2025/1/2', null],
      ['年报!A2', '1月2日', null],
    ]);
  });
});

describe('texts', () => {
  test('rich text, spaces and line breaks are kept', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('A1').value = {
        richText: [{ text: '一、' }, { font: { bold: true }, text: '本年新收' }],
      };
      sheet.getCell('A2').value = ' １２　';
      sheet.getCell('A3').value = '行政\n许可';
      sheet.getCell('A4').value = '3,525';
    });
    expect(await cellsOf(bytes)).toEqual([
      ['年报!A1', '一、本年新收', null],
      ['年报!A2', ' １２　', null],
      ['年报!A3', '行政\n许可', null],
      ['年报!A4', '3,525', null],
    ]);
  });

  test('texts inside the cell and results of text formulas', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>规章</t></is></c>' +
      '<c r="B1" t="str"><f>A1</f><v>规章</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>';
    expect(await cellsOf(makeWorkbook(rows))).toEqual([
      ['年报!A1', '规章', null],
      ['年报!B1', '规章', null],
    ]);
  });
});

describe('formulas', () => {
  test('a cached result is taken, zero too', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('A1').value = { formula: 'SUM(B1:C1)', result: 5 };
    });
    expect(await cellsOf(bytes)).toEqual([['年报!A1', '5', '5']]);
    const zero = makeWorkbook('<row r="1"><c r="A1"><f>B1</f><v>0</v></c></row>');
    expect(await cellsOf(zero)).toEqual([['年报!A1', '0', '0']]);
  });

  test('a formula nobody calculated', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('A1').value = { formula: 'SUM(B1:C1)' };
    });
    expect(await cellsOf(bytes)).toEqual([['年报!A1', '=SUM(B1:C1)', null, 'FORMULA_NOT_CALCULATED']]);
    const empty = makeWorkbook('<row r="1"><c r="A1"><f>B1+1</f><v></v></c></row>');
    expect(await cellsOf(empty)).toEqual([['年报!A1', '=B1+1', null, 'FORMULA_NOT_CALCULATED']]);
  });

  test('an error', async () => {
    const bytes = makeWorkbook('<row r="1"><c r="B2" t="e"><f>#REF!</f><v>#REF!</v></c></row>');
    expect(await cellsOf(bytes)).toEqual([['年报!B2', '#REF!', null, 'CELL_ERROR']]);
  });
});

describe('what is on a sheet', () => {
  test('a merged area counts once, at its top-left cell', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['申请人情况', 'x', 'x', 1],
      ['x', 'x', 'x', 2],
      [3, 4, 5, 6],
    ]);
    sheet['!merges'] = [XLSX.utils.decode_range('A1:C2'), XLSX.utils.decode_range('D2:D3')];
    const bytes: Buffer = XLSX.write({ SheetNames: ['年报'], Sheets: { 年报: sheet } }, { type: 'buffer' });
    expect(await cellsOf(bytes)).toEqual([
      ['年报!A1', '申请人情况', null, 2],
      ['年报!D1', '1', '1'],
      ['年报!D2', '2', '2'],
      ['年报!A3', '3', '3'],
      ['年报!B3', '4', '4'],
      ['年报!C3', '5', '5'],
    ]);
  });

  test('styled empties and blanks are left out', async () => {
    const bytes = await written((sheet) => {
      sheet.getCell('A1').value = '　 ';
      sheet.getCell('B1').value = 7;
      for (let row = 1; row <= 300; row += 1) sheet.getCell(row, 40).border = { top: { style: 'thin' } };
    });
    expect(await cellsOf(bytes)).toEqual([['年报!B1', '7', '7']]);
  });

  test('hidden rows, columns and sheets are marked, the form marker kept', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('年报');
    sheet.addRows([[1], [2]]);
    sheet.getRow(2).hidden = true;
    sheet.getColumn(3).hidden = true;
    const marker = workbook.addWorksheet('nianbao', { state: 'veryHidden' });
    marker.addRows([
      ['form', '2021'],
      ['version', '1'],
    ]);
    const { grids } = await readGrids(Buffer.from(await workbook.xlsx.writeBuffer()), '年报.xlsx');
    expect(grids.map(({ name, hidden, hiddenColumns }) => ({ name, hidden, hiddenColumns }))).toEqual([
      { name: '年报', hidden: false, hiddenColumns: [2] },
      { name: 'nianbao', hidden: true, hiddenColumns: [] },
    ]);
    expect(grids[0]?.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [0, undefined],
      [1, true],
    ]);
    expect(tuples(grids.slice(1))).toEqual([
      ['nianbao!A1', 'form', null],
      ['nianbao!B1', '2021', null],
      ['nianbao!A2', 'version', null],
      ['nianbao!B2', '1', null],
    ]);
  });

  test('a link over a whole column makes no cells', async () => {
    const [types, book, links, sheet] = workbookParts({ 年报: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const link = '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>';
    const content = String(sheet?.content).replace('</sheetData>', link);
    const parts = [types, book, links].flatMap((part) => part ?? []);
    expect(await cellsOf(makeZip([...parts, { name: 'xl/worksheets/sheet1.xml', content }]))).toEqual([
      ['年报!A1', '1', '1'],
    ]);
  });

  test('macros are not run, and it is said', async () => {
    const parts = workbookParts({ 年报: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const bytes = makeZip([...parts, { name: 'xl/vbaProject.bin', content: 'x' }]);
    const { format, grids, problems } = await readGrids(bytes, '年报.xlsm');
    expect(format).toBe('xlsx');
    expect(tuples(grids)).toEqual([['年报!A1', '1', '1']]);
    expect(problems).toEqual([
      {
        code: 'MACROS_IGNORED',
        severity: 'info',
        message: '文件带有宏。宏没有运行，只读取了单元格里的数字和文字。',
      },
    ]);
  });

  test.each([
    [
      'a sheet whose part is missing',
      (name: string) => name !== 'xl/worksheets/sheet1.xml',
      '工作表“年报”已损坏',
    ],
    ['no workbook part', (name: string) => name !== 'xl/workbook.xml', '文件的内容已损坏'],
  ])('%s', async (_, keep, message) => {
    const bytes = makeZip(workbookParts({ 年报: '<row/>' }).filter(({ name }) => keep(name)));
    const { grids, problems } = await readGrids(bytes, '年报.xlsx');
    expect(grids).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'UNREADABLE', message: expect.stringContaining(message) });
  });

  test.each(['A4294967290', 'ZZZZ1'])('a cell at the impossible address %s', async (address) => {
    const bytes = makeWorkbook(`<row r="1"><c r="${address}"><v>1</v></c></row>`);
    const { problems } = await readGrids(bytes, '年报.xlsx');
    expect(problems[0]).toMatchObject({ code: 'UNREADABLE', at: '年报' });
  });
});

describe('other workbooks', () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['规章', 12, '3,525'],
    ['行政许可', -1690, 25.1],
  ]);
  const workbook = { SheetNames: ['年报'], Sheets: { 年报: sheet } };
  const expected = [
    ['年报!A1', '规章', null],
    ['年报!B1', '12', '12'],
    ['年报!C1', '3,525', null],
    ['年报!A2', '行政许可', null],
    ['年报!B2', '-1690', '-1690'],
    ['年报!C2', '25.1', '25.1'],
  ];

  test.each([
    ['xlsx', 'xlsx', '年报.xlsx'],
    ['xlsb', 'xlsb', '年报.xlsb'],
    ['biff8', 'xls', '年报.xls'],
    ['biff8', 'et', '年报.et'],
    ['ods', 'ods', '年报.ods'],
  ] as const)('%s is read as %s', async (bookType, format, fileName) => {
    const bytes: Buffer = XLSX.write(workbook, { type: 'buffer', bookType });
    expect((await readGrids(bytes, fileName)).format).toBe(format);
    expect(await cellsOf(bytes, fileName)).toEqual(expected);
  });

  test('an .xls with a password', async () => {
    const container = XLSX.CFB.read(XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' }), {
      type: 'buffer',
    });
    const stream = XLSX.CFB.find(container, 'Workbook');
    const content = Buffer.from(stream.content);
    const begin = 4 + content.readUInt16LE(2);
    // FILEPASS, with a key of the oldest scheme.
    const password = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    stream.content = Buffer.concat([content.subarray(0, begin), password, content.subarray(begin)]);
    stream.size = stream.content.length;
    const { problems } = await readGrids(XLSX.CFB.write(container, { type: 'buffer' }), '年报.xls');
    expect(problems.map(({ code }) => code)).toEqual(['ENCRYPTED']);
  });

  test('a web table saved as .xls, in GB18030', async () => {
    const { default: iconv } = await import('iconv-lite');
    const html =
      '<!DOCTYPE html><html><head><meta charset="gb2312"></head><title>x</title><body><p>标题</p><table>' +
      '<tr><td colspan="2">规章</td><td>1/2</td></tr><tr><td>0012</td><td></td><td>3&nbsp;</td></tr>' +
      '</table></body></html>';
    const { format, encoding, grids } = await readGrids(iconv.encode(html, 'gb18030'), '年报.xls');
    expect([format, encoding]).toEqual(['html', 'gb18030']);
    expect(tuples(grids)).toEqual([
      ['第1行', '标题', null],
      ['A1', '规章', null, 1],
      ['C1', '1/2', null],
      ['A2', '0012', null],
      ['C2', '3 ', null],
    ]);
  });
});
