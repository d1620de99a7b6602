import { expect, test } from 'vitest';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { excel95 } from '../../support/excel95.js';

test('Excel 95 in code page 936', async () => {
  const bytes = excel95({ name: '年报', cells: [{ row: 0, column: 1, value: '行政许可' }] });
  const { format, grids } = await readGrids(bytes, '年报.xls');
  expect(format).toBe('xls');
  expect(grids.map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
    ['年报', [{ column: 1, at: '年报!B1', text: '行政许可', number: null, lastColumn: 1 }]],
  ]);
});
