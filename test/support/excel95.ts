import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { FixtureSheet } from '../fixtures/layouts/fixture.js';

const codePage = 936;
const beginOfFile = 0x809;
const endOfFile = 0x0a;
const codePageRecord = 0x42;
const boundSheet = 0x85;
const labelRecord = 0x204;
const numberRecord = 0x203;
const workbookGlobals = 5;
const worksheet = 0x10;

/** Further records, of the workbook and of its sheet. */
export interface FurtherRecords {
  readonly workbook: readonly Buffer[];
  readonly sheet: readonly Buffer[];
}

/** A workbook of Excel 5.0/95 (BIFF5) in code page 936, record by record. It has no merged areas. */
export function excel95(
  sheet: Pick<FixtureSheet, 'name' | 'cells'>,
  further: FurtherRecords = { workbook: [], sheet: [] },
): Buffer {
  const name = iconv.encode(sheet.name, 'gbk');
  const sheetAt = (offset: number): Buffer =>
    record(boundSheet, words(offset & 0xffff, offset >> 16, 0), Buffer.from([name.length]), name);
  const head = Buffer.concat([
    begin(workbookGlobals),
    record(codePageRecord, words(codePage)),
    ...further.workbook,
  ]);
  const end = record(endOfFile);
  const offset = head.length + sheetAt(0).length + end.length;
  const cells = sheet.cells.map(({ row, column, value }) => {
    if (value === null) return Buffer.alloc(0);
    const place = words(row, column, 0);
    if (typeof value === 'number') return record(numberRecord, place, double(value));
    const text = iconv.encode(value, 'gbk');
    return record(labelRecord, place, words(text.length), text);
  });
  const stream = Buffer.concat([
    head,
    sheetAt(offset),
    end,
    begin(worksheet),
    ...cells,
    ...further.sheet,
    end,
  ]);
  const container = XLSX.CFB.utils.cfb_new({ root: 'R' });
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

function begin(kind: number): Buffer {
  return record(beginOfFile, words(0x500, kind, 0, 0));
}

export function record(type: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([words(type, body.length), body]);
}

export function words(...values: number[]): Buffer {
  return Buffer.from(new Uint16Array(values).buffer);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}
