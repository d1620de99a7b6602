import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseStoredValues } from '../../../src/filing/reports/storedValues.js';

it('reads every number that a bigint[] can hold, and blanks', () => {
  const values = fc.array(
    fc.option(
      fc.oneof(fc.bigInt({ min: 0n, max: 12_000n }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    ),
  );
  fc.assert(
    fc.property(values, (given) => {
      const text = `{${given.map((value) => (value === null ? 'NULL' : String(value))).join(',')}}`;
      expect(parseStoredValues(text)).toEqual(given);
    }),
    { numRuns: 500 },
  );
});
