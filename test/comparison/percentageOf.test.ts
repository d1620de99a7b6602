import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentageOf } from '../../src/comparison/percentageOf.js';

test.each([
  [1n, 8n, '12.5'],
  [1n, 3n, '33.3'],
  [2n, 3n, '66.7'],
  [1n, 2000n, '0.1'],
  [1n, 2001n, '0'],
  [-1n, 2000n, '-0.1'],
  [-1n, 2001n, '0'],
  [-5n, 10n, '-50'],
  [7n, 7n, '100'],
  [0n, 7n, '0'],
  [999_999_999_999_999n, 1n, '99999999999999900'],
  [1n, 0n, null],
  [1n, -4n, null],
])('%s of %s is %s %%', (part, whole, expected) => {
  expect(percentageOf(part, whole)).toBe(expected);
});

test('is never further off than half a tenth, and the same to both sides', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
      fc.bigInt({ min: 1n, max: 10n ** 18n }),
      (part, whole) => {
        const shown = percentageOf(part, whole)!;
        const [units = '0', tenth = '0'] = shown.split('.');
        const tenths = BigInt(units) * 10n + BigInt(tenth);
        const off = tenths * whole - part * 1000n;
        expect(2n * (off < 0n ? -off : off) <= whole).toBe(true);
        expect(percentageOf(-part, whole)).toBe(shown === '0' ? '0' : `-${shown}`);
      },
    ),
  );
});
