import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/prose/numbers.js';
import { oneLine } from '../../src/prose/oneLine.js';
import { chineseNumeral } from '../support/chineseNumeral.js';

const valuesIn = (text: string) => numbersIn(oneLine(text)).map(({ value }) => Number(value));

/** Full-width digits as an input method leaves them. */
function fullWidth(text: string): string {
  return text.replace(/[\d,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

test.each([
  ['收到申请0件', [0]],
  ['收到申请零件', [0]],
  ['收到申请1,234件', [1234]],
  ['收到申请３，５２５件', [3525]],
  ['收到申请3，525件', [3525]],
  ['收到申请 27 件', [27]],
  ['收到申请1.2万件', [12_000]],
  ['收到申请１．２万件', [12_000]],
  ['收到申请0.35亿件', [35_000_000]],
  ['收到申请3百万份', [3_000_000]],
  ['收到申请十二件，办结两件', [12, 2]],
  ['申请总数27件', [27]],
  ['行政复议1起、行政诉讼2宗', [1, 2]],
  ['2024年，525件', [525]],
])('%s', (text, values) => expect(valuesIn(text)).toEqual(values));

test.each([
  '收到约30件',
  '近30件',
  '30余件',
  '30多件',
  '30件左右',
  '30件以上',
  '超过1.2万件',
  '数十件',
  '十几件',
  '两三件',
  '第3件',
  '每一件',
  '1.23456万件',
  '2.5件',
  '12 34件',
  '1,2345件',
  '30%',
  '30元',
])('%s is not compared', (text) => expect(valuesIn(text)).toEqual([]));

describe('a number is the same however it is written', () => {
  const whole = fc.nat({ max: 999_999_999 });

  test('with thousands separators, full-width, spread, in Chinese', () => {
    fc.assert(
      fc.property(whole, (value) => {
        const grouped = value.toLocaleString('en');
        for (const written of [
          String(value),
          grouped,
          fullWidth(String(value)),
          fullWidth(grouped),
          ` ${value} `,
          chineseNumeral(BigInt(value)),
        ])
          expect(valuesIn(`收到申请${written}件`)).toEqual([value]);
      }),
    );
  });

  test('in ten thousands, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9999 }), (high, low) => {
        const written = `${high}.${String(low).padStart(4, '0')}万`;
        expect(valuesIn(`收到申请${written}件`)).toEqual([high * 10_000 + low]);
      }),
    );
  });

  test('its place is that of the number with its unit', () => {
    expect(numbersIn('收到27件申请')).toEqual([{ value: 27n, from: 2, to: 5 }]);
  });
});
