import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { delimitedGrid } from '../../../importers/reading/delimited.js';
import { delimitedRows } from '../../../importers/reading/delimitedRows.js';

const characters = ['甲', 'a', '1', ' ', '=', "'", ',', ',', '，', '\n', '\r', '\r\n', '\t'];
const text = (more: readonly string[]) =>
  fc.string({ unit: fc.constantFrom(...characters, ...more), maxLength: 60 });

test.each([
  ['without quotes', text([])],
  ['with quotes', text(['"', '"'])],
])('rows read one by one are those of the whole: %s', (_name, texts) => {
  fc.assert(
    fc.property(texts, fc.constantFrom(',', '，', '\t'), (given, delimiter) => {
      const read = (rows: () => unknown): unknown => {
        try {
          return rows();
        } catch (error) {
          return String(error);
        }
      };
      expect(read(() => [...delimitedRows(given, delimiter as ',', limits.report)])).toEqual(
        read(() => delimitedGrid(given, delimiter as ',', limits.report).rows),
      );
    }),
    { numRuns: 500 },
  );
});

test('a record longer than any may be is refused, with quotes and without', () => {
  const few = { ...limits.report, recordBytes: 100 };
  for (const field of ['甲'.repeat(60), `"${'甲'.repeat(60)}"`])
    expect(() => [...delimitedRows(`一,二\n${field},2\n`, ',', few)]).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'TOO_LARGE', at: '第2行' }) }),
    );
});
