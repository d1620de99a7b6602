import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInWords, dayOfLine, periodIn } from '../../src/prose/dates.js';
import { chineseNumeral } from '../support/chineseNumeral.js';
import { dayOfUtc } from '../../src/season/chinaDay.js';

describe('the day of a line', () => {
  test.each([
    ['2021年1月12日', '2021-01-12'],
    ['2021 年 01 月 12 日', '2021-01-12'],
    ['２０２１年０１月１２日', '2021-01-12'],
    ['二〇二一年一月十二日', '2021-01-12'],
    ['（2021年1月12日）', '2021-01-12'],
    ['2021年1月12日（此件公开发布）', '2021-01-12'],
    ['2021-01-12', '2021-01-12'],
    ['2021/1/12', '2021-01-12'],
    ['2021-01-12 10:22:05', '2021-01-12'],
    ['日期：2021-01-12', '2021-01-12'],
    ['某市城市管理局  2021年1月12日', '2021-01-12'],
    ['来源：某局 发布时间：2021-01-12 10:22 浏览次数：12', '2021-01-12'],
  ])('%s', (line, day) => expect(dayOfLine(line)).toBe(day));

  test.each([
    '截至2021年1月12日',
    '2021年13月12日',
    '2021年2月30日',
    '2021年1月',
    '公开信息2021条',
    '统计期限为2021年1月1日至2021年12月31日',
    '2021年1月12日。',
  ])('%s has none', (line) => expect(dayOfLine(line)).toBeNull());

  test('every day is read as it is written, in digits and in Chinese', () => {
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = dayOfUtc(date);
        const [year, month, dayOfMonth] = day.split('-');
        const chineseYear = [...year!].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
        expect(dayOfLine(dayInWords(day))).toBe(day);
        expect(
          dayOfLine(
            `${chineseYear}年${chineseNumeral(BigInt(month!))}月${chineseNumeral(BigInt(dayOfMonth!))}日`,
          ),
        ).toBe(day);
      }),
    );
  });
});

describe('a period', () => {
  test.each([
    '2020年1月1日至2020年12月31日',
    '2020年1月1日起至12月31日',
    '2020年01月01日—2020年12月31日止',
    '2020年1月1日零时起，至2020年12月31日',
    '二〇二〇年一月一日到十二月三十一日',
    '2020-01-01至2020-12-31',
    '2020.1.1-2020.12.31',
    '2020年1月至12月',
    '2020年1-12月',
    '1月1日至12月31日',
  ])('%s', (text) => expect(periodIn(text, 2020)).toEqual({ from: '2020-01-01', to: '2020-12-31', at: 0 }));

  test.each([
    ['2020年1月1日至2020年12月8日', '2020-01-01', '2020-12-08'],
    ['2019年12月1日至2020年11月30日', '2019-12-01', '2020-11-30'],
    ['2021年2月至3月', '2021-02-01', '2021-03-31'],
    ['2024年1月至2月', '2024-01-01', '2024-02-29'],
  ])('%s', (text, from, to) => expect(periodIn(text, 2020)).toEqual({ from, to, at: 0 }));

  test('a day that does not exist is not known', () => {
    expect(periodIn('2020年1月1日至2020年12月32日', 2020)).toMatchObject({ from: '2020-01-01', to: null });
  });

  test.each(['截至2020年12月31日', '2020年度', '1日至31日', ''])('none in “%s”', (text) =>
    expect(periodIn(text, 2020)).toBeNull(),
  );
});
