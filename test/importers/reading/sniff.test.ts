import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { limits } from '../../../importers/files/limits.js';
import { makeWorkbook } from './zip.js';

async function told(bytes: Uint8Array, fileName = '年报.xlsx'): Promise<string> {
  const { format, problems } = await readGrids(bytes, fileName);
  return problems.length > 0 ? `${problems[0]?.code} ${problems[0]?.message}` : String(format);
}

/** An OLE2 container with one directory entry of the given name, as far as a look at it goes. */
function ole2(stream: string): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(`${stream}\0`, 1024, 'utf16le');
  return bytes;
}

describe('the content decides, not the name', () => {
  test('an empty file', async () => {
    expect(await told(Buffer.alloc(0))).toMatch(/^UNREADABLE 文件是空的（0 字节）/);
  });

  test('a text of blanks', async () => {
    expect(await told(Buffer.from(' \r\n\t'))).toMatch(/^UNREADABLE 文件是空的，只有空白/);
  });

  test.each([
    ['PNG 图片', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['JPEG 图片', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['GIF 图片', Buffer.from('GIF89a')],
    ['BMP 图片', Buffer.from('BM\x36\0\0\0', 'latin1')],
    ['RTF 文档', Buffer.from('{\\rtf1 }')],
    ['RAR 压缩包', Buffer.from('Rar!\x1a\x07\0', 'latin1')],
    ['7z 压缩包', Buffer.from('377abcaf271c', 'hex')],
    ['gzip 压缩包', Buffer.from('1f8b0800', 'hex')],
    ['演示文稿', ole2('PowerPoint Document')],
    ['网页归档文件', Buffer.from('MIME-Version: 1.0\r\nX-Document-Type: Workbook')],
    ['Excel 4.0 表格', Buffer.from([9, 4, 6, 0, 0, 0, 0x10, 0])],
    ['Excel 3.0 表格', Buffer.from([9, 2, 6, 0, 0, 0, 0x10, 0])],
    ['Excel 2.x 表格', Buffer.from([9, 0, 4, 0, 7, 0, 0x10, 0])],
    ['SYLK 表格', Buffer.from('ID;PWXL;N;E\r\nC;Y1;X1;K"年报"\r\nE\r\n')],
    ['DIF 表格', Buffer.from('TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,7\r\n')],
    [
      'dBASE 数据库文件',
      Buffer.concat([
        Buffer.from('037c05060100000041000b00', 'hex').subarray(0, 32),
        Buffer.alloc(20),
        Buffer.from('NAME\0\0\0\0\0\0\0C\0\0\0\0\n'.padEnd(32, '\0')),
        Buffer.from('\r abc       \x1a'),
      ]),
    ],
    ['标文通（UOF）文件', Buffer.from('<?xml version="1.0"?><uof:UOF uof:language="cn"/>')],
    ['没有表格的网页', Buffer.from('<!DOCTYPE html><p>年报</p>')],
    [
      'XML 表格',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    ],
  ])('%s named .xlsx', async (what, bytes) => {
    expect(await told(bytes)).toMatch(new RegExp(`^UNSUPPORTED_FORMAT 这是.*${what}`));
  });

  test('a PDF that ends after its first line', async () => {
    expect(await told(Buffer.from('%PDF-1.7\n'))).toMatch(/^UNREADABLE PDF 文件不完整或已损坏/);
  });

  test.each([
    ['亿赛通', Buffer.from('62142365020001\0\0E-SafeNet\0\0LOCK', 'latin1')],
    ['亿赛通', Buffer.from('621423650000452d536166654e65740000004c4f434b', 'hex')],
    ['天锐绿盾', Buffer.from('%TSD-Header-###%\x01\x02', 'latin1')],
  ])('a file that the security software %s encrypted', async (name, bytes) => {
    const message = await told(bytes, '年报.xlsx');
    expect(message).toMatch(new RegExp(`^ENCRYPTED 文件被本单位的安全软件（${name}）加密`));
    expect(message).toContain('再次加密');
  });

  test('an encrypted workbook', async () => {
    expect(await told(ole2('EncryptedPackage'))).toMatch(/^ENCRYPTED 文件设有打开密码/);
  });

  test('a broken .doc', async () => {
    expect(await told(ole2('WordDocument'), '年报.doc')).toMatch(/^UNREADABLE/);
  });

  test('a broken .xls', async () => {
    expect(await told(ole2('Workbook'), '年报.xls')).toMatch(/^UNREADABLE/);
  });

  test('a workbook named .csv', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('年报').getCell('A1').value = 1;
    expect(await told(Buffer.from(await workbook.xlsx.writeBuffer()), '年报.csv')).toBe('xlsx');
  });

  test('a CSV named .xlsx', async () => {
    expect(await told(iconv.encode('规章,1,2,3\r\n规范性文件,4,5,6', 'gb18030'))).toBe('csv');
  });

  test('a text that begins with the letters of a picture', async () => {
    expect(await told(Buffer.from('BM局年报\n共 3 件'))).toBe('txt');
  });

  test('a file past its limit', async () => {
    const bytes = Buffer.alloc(limits.report.fileBytes + 1);
    expect(await told(bytes)).toMatch(/^TOO_LARGE 文件有 20 MiB，超过上限 20 MiB/);
  });

  test('a collection may be larger', async () => {
    const bytes = Buffer.concat([makeWorkbook(''), Buffer.alloc(0)]);
    const { format } = await readGrids(bytes, '汇编.xlsx', limits.collection);
    expect(format).toBe('xlsx');
  });
});
