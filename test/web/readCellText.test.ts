import { expect, test } from 'vitest';
import { findCell } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { readCellText } from '../../web/form/editing/readCellText.js';

const count = findCell(form2021, 'requests.received.total')!.column;
const money = findCell(form2021, 'fees.fees.amount')!.column;

test.each([
  ['１２３', { value: 123n }],
  ['1,234', { value: 1234n }],
  ['１，２３４，５６７', { value: 1234567n }],
  [' 12 ', { value: 12n }],
  ['　', { value: null }],
  ['＋5', { value: 5n }],
  ['1,23', { refused: '不是数，请只填数字' }],
  ['12件', { refused: '不是数，请只填数字' }],
  ['1.5', { refused: '件数应是整数' }],
  ['9'.repeat(16), { refused: '数太大' }],
])('what somebody types in a count: %s', (text, read) => {
  expect(readCellText(count, text)).toEqual(read);
});

test.each([
  ['５３．６３１８', { value: 53_631_800n }],
  ['0.0000001', { refused: '万元最多 6 位小数' }],
])('what somebody types in money: %s', (text, read) => {
  expect(readCellText(money, text)).toEqual(read);
});
