import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readGrids } from '../../../importers/readGrids.js';

function words(...values: number[]): Buffer {
  return Buffer.from(new Uint16Array(values).buffer);
}

function record(type: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([words(type, body.length), body]);
}

/** A workbook of Excel 95 with one sheet of one text, its texts in code page 936. */
function excel95(sheetName: string, text: string): Buffer {
  const name = iconv.encode(sheetName, 'gbk');
  const label = iconv.encode(text, 'gbk');
  const begin = (kind: number): Buffer => record(0x809, words(0x500, kind, 0, 0));
  const end = record(0x0a);
  const sheetAt = (offset: number): Buffer =>
    record(0x85, words(offset, 0, 0), Buffer.from([name.length]), name);
  const head = Buffer.concat([begin(5), record(0x42, words(936))]);
  const offset = head.length + sheetAt(0).length + end.length;
  const cell = record(0x204, words(0, 1, 0, label.length), label);
  const container = XLSX.CFB.utils.cfb_new({ root: 'R' });
  const stream = Buffer.concat([head, sheetAt(offset), end, begin(0x10), cell, end]);
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

test('Excel 95 in code page 936', async () => {
  const { format, grids } = await readGrids(excel95('年报', '行政许可'), '年报.xls');
  expect(format).toBe('xls');
  expect(grids.map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
    ['年报', [{ column: 1, at: '年报!B1', text: '行政许可', number: null, lastColumn: 1 }]],
  ]);
});
