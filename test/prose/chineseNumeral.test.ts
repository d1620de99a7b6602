import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChineseNumeral } from '../../src/prose/chineseNumeral.js';
import { chineseNumeral } from '../support/chineseNumeral.js';

const wholeNumbers = fc.oneof(
  fc.bigInt({ min: 0n, max: 9_999n }),
  fc.bigInt({ min: 0n, max: 999_999_999_999n }),
);

describe('Chinese numerals', () => {
  test('every whole number below a million million is read as it is written', () => {
    fc.assert(
      fc.property(wholeNumbers, (value) => {
        expect(parseChineseNumeral(chineseNumeral(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  test('also in the formal characters of cheques', () => {
    const formal: Readonly<Record<string, string>> = Object.fromEntries(
      [...'一二三四五六七八九十百千'].map((sign, index) => [sign, '壹贰叁肆伍陆柒捌玖拾佰仟'[index]!]),
    );
    fc.assert(
      fc.property(wholeNumbers, (value) => {
        const text = [...chineseNumeral(value)].map((sign) => formal[sign] ?? sign).join('');
        expect(parseChineseNumeral(text)).toBe(value);
      }),
    );
  });

  test.each([
    ['零', 0n],
    ['〇', 0n],
    ['两', 2n],
    ['十', 10n],
    ['十二', 12n],
    ['一十二', 12n],
    ['一百零三', 103n],
    ['一百一十', 110n],
    ['两千零五十', 2050n],
    ['一万零三', 10_003n],
    ['两万五千', 25_000n],
    ['三亿五千万', 350_000_000n],
    ['一万亿', 1_000_000_000_000n],
    ['二〇二一', 2021n],
    ['二○二一', 2021n],
  ])('%s', (text, value) => expect(parseChineseNumeral(text)).toBe(value));

  test.each(['', '甲', '三五十', '万', '百', '十百', '一百零', '一百百', '二零零十'])(
    '“%s” is no number',
    (text) => expect(parseChineseNumeral(text)).toBeNull(),
  );

  test.each(['一万二', '三百五', '两千三', '三五', '二三'])('“%s” is read in two ways', (text) =>
    expect(parseChineseNumeral(text)).toBeNull(),
  );
});
