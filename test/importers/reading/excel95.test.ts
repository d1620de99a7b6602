import { expect, test } from 'vitest';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { excel95, record, words } from '../../support/excel95.js';

test('Excel 95 in code page 936', async () => {
  const bytes = excel95({ name: '年报', cells: [{ row: 0, column: 1, value: '行政许可' }] });
  const { format, grids } = await readGrids(bytes, '年报.xls');
  expect(format).toBe('xls');
  expect(grids.map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
    ['年报', [{ column: 1, at: '年报!B1', text: '行政许可', number: null, lastColumn: 1 }]],
  ]);
});

test('Excel 95 with a text that is in part struck out', async () => {
  const font = (flags: number): Buffer => record(0x31, words(200, flags, 0x7fff, 400, 0), Buffer.alloc(5));
  const workbook = [font(0), font(8), record(0xe0, words(0, 0), Buffer.alloc(12))];
  const runs = Buffer.from([2, 0, 1, 2, 0]);
  const rich = record(0xd6, words(0, 0, 0, 5), Buffer.from('25118'), runs);
  const { grids } = await readGrids(
    excel95({ name: '年报', cells: [] }, { workbook, sheet: [rich] }),
    '年报.xls',
  );
  expect(grids[0]?.rows[0]?.cells).toEqual([
    { column: 0, at: '年报!A1', text: '118', number: null, leftOut: ['struck'], lastColumn: 0 },
  ]);
});
