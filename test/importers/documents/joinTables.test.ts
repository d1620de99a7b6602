import { expect, test } from 'vitest';
import { joinTable } from '../../../importers/documents/pdf/joinTables.js';
import type { PartCell, TablePart } from '../../../importers/documents/pdf/parts.js';

const xs = [0, 100, 120, 140];

function part(...rows: readonly (readonly string[])[]): TablePart {
  const cells = (texts: readonly string[]): PartCell[] =>
    texts.map((text, index) => ({
      x0: xs[index] ?? 0,
      x1: xs[index + 1] ?? 0,
      text,
      isFull: index > 0,
      notices: [],
    }));
  return { kind: 'table', top: 0, xs, rows: rows.map((texts) => ({ cells: cells(texts) })) };
}

const joined = (above: TablePart, below: TablePart): string[][] => {
  const parts = [
    { page: 1, table: above },
    { page: 2, table: below },
  ];
  const { block } = joinTable({ parts }, 1);
  if (block.kind !== 'table') throw new Error('there is no table');
  return block.rows.map(({ cells }) => cells.map(({ text }) => text));
};

test('a row cut by a page is one row, also where the rest of its label speaks of a fee', () => {
  const above = part(['1.申请人逾期不补正', '49', '8'], ['2.申请人逾期未', '23', '2']);
  const below = part(['按收费通知要求缴纳费用、行政机关不再处理', '30', '850'], ['3.其他', '7', '9']);
  expect(joined(above, below)).toEqual([
    ['1.申请人逾期不补正', '49', '8'],
    ['2.申请人逾期未\n按收费通知要求缴纳费用、行政机关不再处理', '2330', '2850'],
    ['3.其他', '7', '9'],
  ]);
});

test('a row that begins at the top of a page is a row of its own', () => {
  for (const label of ['行政强制', '（七）总计', '规章', '行政事业性收费', '行政规范性文件'])
    expect(joined(part(['行政处罚', '23', '2']), part([label, '30', '850']))).toEqual([
      ['行政处罚', '23', '2'],
      [label, '30', '850'],
    ]);
});
