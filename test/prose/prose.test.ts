import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, parseChineseNumeral } from '../../src/prose/chineseNumeral.js';
import { dayOfLine, periodIn } from '../../src/prose/dates.js';
import { numbersIn } from '../../src/prose/numbers.js';
import { clausesOf, sentencesOf } from '../../src/prose/sentences.js';
import { likenessOf } from '../../src/prose/similarity.js';

const valuesIn = (text: string) => numbersIn(text).map(({ value }) => Number(value));

describe('Chinese numerals', () => {
  test('every whole number below a million million is read as it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (value) => {
        expect(parseChineseNumeral(chineseNumeral(value))).toBe(value);
      }),
    );
  });

  test.each([
    ['十二', 12n],
    ['一百零三', 103n],
    ['两千零五十', 2050n],
    ['一万零三', 10_003n],
    ['三亿五千万', 350_000_000n],
    ['二〇二一', 2021n],
    ['零', 0n],
  ])('%s', (text, value) => expect(parseChineseNumeral(text)).toBe(value));

  test.each(['', '甲', '三五十', '万'])('“%s” is no number', (text) =>
    expect(parseChineseNumeral(text)).toBeNull(),
  );
});

describe('numbers with their unit', () => {
  test.each([
    ['收到申请1,234件', [1234]],
    ['收到申请1.2万件', [12_000]],
    ['收到申请0.35亿件', [35_000_000]],
    ['收到申请十二件，办结两件', [12, 2]],
    ['收到申请零件', [0]],
  ])('%s', (text, values) => expect(valuesIn(text)).toEqual(values));

  test.each(['收到约30件', '近30件', '30余件', '第3件', '1.23456万件', '3次', '30条'])(
    '%s is not compared',
    (text) => expect(valuesIn(text)).toEqual([]),
  );

  test('thousands separators never change a number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (value) => {
        expect(valuesIn(`共${value.toLocaleString('en')}件`)).toEqual([value]);
        expect(valuesIn(`共${value}件`)).toEqual([value]);
      }),
    );
  });
});

describe('days and periods', () => {
  test.each([
    ['2021年1月12日', '2021-01-12'],
    ['２０２１年０１月１２日', '2021-01-12'],
    ['二〇二一年一月十二日', '2021-01-12'],
    ['发布日期：2021-01-12', '2021-01-12'],
  ])('a line %s is a day', (line, day) => expect(dayOfLine(line)).toBe(day));

  test.each(['截至2021年1月12日', '2021年13月12日', '2021年1月', '公开信息2021条'])(
    'a line %s is none',
    (line) => expect(dayOfLine(line)).toBeNull(),
  );

  test.each([
    '2020年1月1日至2020年12月31日',
    '2020年1月1日起至12月31日',
    '自2020年01月01日—2020年12月31日止',
    '二〇二〇年一月一日到十二月三十一日',
  ])('%s', (text) => expect(periodIn(text)).toEqual({ from: '2020-01-01', to: '2020-12-31' }));
});

describe('sentences', () => {
  test('are put together where a text conversion broke them', () => {
    expect(sentencesOf('数据的统计期限为2020年 1月\n\n1日至2020\n年 12 月 31 日。另行说明；无')).toEqual([
      '数据的统计期限为2020年1月1日至2020年12月31日。',
      '另行说明；',
      '无',
    ]);
  });

  test('a comma within a number ends no clause', () => {
    expect(clausesOf('收到1,234件,办结5件，其他')).toEqual(['收到1,234件', '办结5件', '其他']);
  });
});

describe('likeness', () => {
  const text = '全年在门户网站发布信息860条，办结申请27件，逐件登记，按期答复，没有超期的情形。';

  test('figures do not count', () => {
    expect(likenessOf(text, text.replace('860', '1,790').replace('27', '3'))).toBe(1);
  });

  test('other words do', () => {
    expect(likenessOf(text, '本年度修订了公开指南，清理失效文件，并对基层人员开展了四次培训。')).toBeLessThan(
      0.2,
    );
    expect(likenessOf('', text)).toBe(0);
  });
});
