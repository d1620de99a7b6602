import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInFormat, isDateFormat, rendered } from '../../../importers/reading/spreadsheetFormats.js';

const plain = ['0.0', '0.00', '0.0000##', '0.0##'];
const signed = ['0_ ', '#,##0', '#,##0.00_);(#,##0.00)', '0%', '@', '0.00E+00', '# ?/?'];
const dates = [
  'yyyy/m/d',
  '[h]:mm',
  'yyyy"年"m"月"',
  '上午/下午h"时"',
  'General"年"',
  '[Red]0.00',
  '0.00"元"',
];

describe('formats of numbers', () => {
  test('show what the spreadsheet library shows', () => {
    const figure = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc
        .tuple(fc.integer({ min: -1, max: 10 ** 9 }), fc.integer({ min: 0, max: 7 }))
        .map(([n, d]) => n / 10 ** d),
    );
    fc.assert(
      fc.property(figure, fc.constantFrom(...plain, ...signed), (value, code) => {
        expect(rendered(value, code, false)).toBe(SSF.format(code, value, { dateNF: 'yyyy/m/d' }));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([...plain, ...signed, ...dates])('%s is told from a date', (code) => {
    expect(isDateFormat(code)).toBe(SSF.is_date(code));
  });

  test('have the codes that programs have built in', () => {
    const table: Readonly<Record<number, unknown>> = SSF.get_table();
    for (let id = 0; id < 50; id += 1) expect(builtInFormat(id), `${id}`).toBe(table[id]);
  });
});
