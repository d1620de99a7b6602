import { assert, constantFrom, property, array, string, oneof } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula } from '../../src/text/formulaGuard.js';

describe('the guard against formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    [' =1', "' =1"],
    ['　@SUM(A1)', "'　@SUM(A1)"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff-1', "'\ufeff-1"],
    ['\u00ad\u2060 ＋1', "'\u00ad\u2060 ＋1"],
    ['\n=1', "'\n=1"],
    ["' '=1", "'' '=1"],
    ['\0=1', "'\0=1"],
  ])('%j is written as %j', (text, written) => {
    expect(guardFormula(text)).toBe(written);
    expect(unguardFormula(written)).toBe(text);
  });

  test.each(['甲局', "'甲局", "'", '', 'a=1', ' 甲', '(=1)', '１'])('%j stays as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  test('what was written is read back, whatever it is', () => {
    const signs = constantFrom(
      ...["'", '=', '＝', '+', '-', '@', ' ', '\t', '\r', '\n', '\u200b', '甲', '1'],
    );
    assert(
      property(
        oneof(
          array(signs).map((parts) => parts.join('')),
          string({ unit: 'binary' }),
        ),
        (text) => {
          expect(unguardFormula(guardFormula(text))).toBe(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
