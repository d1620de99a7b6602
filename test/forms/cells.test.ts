import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCell, formatValue, parseValue } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';

const form = formById('2021')!;
const columns = {
  count: findCell(form, 'requests.received.total')!.column,
  money: findCell(form, 'fees.fees.amount')!.column,
};

describe('values', () => {
  test.each<['count' | 'money', string, string]>([
    ['count', '0', '0'],
    ['count', '007', '7'],
    ['count', '12.00', '12'],
    ['count', '-1690', '-1690'],
    ['count', '+19', '19'],
    ['count', '123456789012345', '123456789012345'],
    ['money', '53.6318', '53.6318'],
    ['money', '94124.2448', '94124.2448'],
    ['money', '7320.0000', '7320'],
    ['money', '0.000001', '0.000001'],
    ['money', '-0.5', '-0.5'],
  ])('%s %s is %s', (column, text, canonical) => {
    const parsed = parseValue(columns[column], text);
    expect('value' in parsed && formatValue(columns[column], parsed.value)).toBe(canonical);
  });

  test.each<['count' | 'money', string, string]>([
    ['count', '', 'NOT_A_NUMBER'],
    ['count', '12abc', 'NOT_A_NUMBER'],
    ['count', '1e3', 'NOT_A_NUMBER'],
    ['count', '2.5', 'NOT_WHOLE'],
    ['money', '0.0000001', 'TOO_PRECISE'],
    ['count', '1234567890123456', 'OUT_OF_RANGE'],
    ['money', '1234567890123', 'OUT_OF_RANGE'],
  ])('%s “%s” is refused as %s', (column, text, refused) => {
    expect(parseValue(columns[column], text)).toEqual({ refused });
  });

  test('what is written can be read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(columns.count, columns.money),
        fc.bigInt({ min: 1n - 10n ** 15n, max: 10n ** 15n - 1n }),
        (column, value) => {
          expect(parseValue(column, formatValue(column, value))).toEqual({ value });
        },
      ),
    );
  });
});
