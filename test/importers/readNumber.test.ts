import { describe, expect, test } from 'vitest';
import type { GridCell } from '../../importers/reading/grid.js';
import { readNumber } from '../../importers/draft/readNumber.js';
import { unitInHeading } from '../../importers/draft/units.js';
import { findCell } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';

const count = findCell(formById('2021')!, 'requests.received.total')!;
const money = findCell(formById('2021')!, 'fees.fees.amount')!;

const typed = (text: string): GridCell => ({ column: 3, at: '年报!D5', text, number: null, lastColumn: 3 });
const number = (value: string, text = value): GridCell => ({ ...typed(text), number: value });

describe('counts', () => {
  test.each<[string, string | null, string[]]>([
    ['٣٠٨٩', '3089', ['NUMBER_CLEANED']],
    ['𝟑𝟎𝟖𝟗', '3089', ['NUMBER_CLEANED']],
    ['3𝟎', null, ['NOT_A_NUMBER']],
    ['٣०', null, ['NOT_A_NUMBER']],
    ['12', '12', []],
    ['0', '0', []],
    ['3,525', '3525', ['NUMBER_CLEANED']],
    ['３，５２５', '3525', ['NUMBER_CLEANED']],
    ['１２', '12', ['NUMBER_CLEANED']],
    [' 12 ', '12', ['NUMBER_CLEANED']],
    ['12\n', '12', ['NUMBER_CLEANED']],
    ['3 525', '3525', ['NUMBER_CLEANED']],
    ['+19', '19', []],
    ['－1690', '-1690', ['NUMBER_CLEANED']],
    ['12件', '12', ['NUMBER_CLEANED']],
    ['3.2万件', '32000', ['UNIT_CONVERTED']],
    ['12.0', '12', []],
    ['2 1 3', null, ['NOT_A_NUMBER']],
    ['12abc', null, ['NOT_A_NUMBER']],
    ['1.2E+11', null, ['NOT_A_NUMBER']],
    ['12,34', null, ['NOT_A_NUMBER']],
    ['2.5', null, ['NOT_WHOLE']],
    ['.5', null, ['NOT_WHOLE']],
    ['3089 件 次', '3089', ['NUMBER_CLEANED']],
    ['3089 件 万', null, ['NOT_A_NUMBER']],
    ['1234567890123456789', null, ['OUT_OF_RANGE']],
    ['/', null, []],
    ['——', null, []],
    ['无', null, []],
  ])('“%s” is %s', (text, value, codes) => {
    const read = readNumber(typed(text), count, null);
    expect([read.value, read.raw, read.problems.map(({ code }) => code)]).toEqual([value, text, codes]);
  });

  test('a number cell keeps its stored value, not its display', () => {
    expect(readNumber(number('3525', '3,525'), count, null)).toEqual({
      value: '3525',
      raw: '3525',
      problems: [],
    });
  });

  test('a date is no figure, also where its day looks like one', () => {
    for (const [text, serial] of [
      ['3月5日', '45721'],
      ['5', '45721'],
    ] as const) {
      const read = readNumber({ ...typed(text), serial }, count, null);
      expect([read.value, read.raw, read.problems[0]?.code]).toEqual([null, text, 'NOT_A_NUMBER']);
      expect(read.problems[0]?.message).toContain(`“${text}”是日期，不是数字。请把单元格格式改为“常规”`);
    }
    expect(readNumber({ ...typed('5'), serial: '5' }, count, null).value).toBe('5');
  });

  test.each(['FORMULA_NOT_CALCULATED', 'CELL_ERROR'] as const)('%s', (fault) => {
    expect(readNumber({ ...typed('SUM(B1:B3)'), fault }, count, null)).toMatchObject({
      value: null,
      raw: 'SUM(B1:B3)',
      problems: [{ code: fault, at: '年报!D5', cell: 'requests.received.total' }],
    });
  });
});

describe('money', () => {
  test.each<[GridCell, string | null, string | null, string[]]>([
    [typed('53.6318 万元'), null, '53.6318', ['NUMBER_CLEANED']],
    [typed('53.6318'), null, '53.6318', []],
    [typed('251000元'), null, '25.1', ['UNIT_CONVERTED']],
    [typed('251,000.00 元'), null, '25.1', ['UNIT_CONVERTED']],
    [typed('1.2亿元'), null, '12000', ['UNIT_CONVERTED']],
    [typed('25万'), null, '25', ['NUMBER_CLEANED']],
    [typed('251000'), '元', '25.1', ['UNIT_CONVERTED']],
    [typed('25.1万元'), '元', '25.1', ['NUMBER_CLEANED']],
    [number('251000', '251000元'), null, '25.1', ['UNIT_CONVERTED']],
    [number('59237.2449'), null, '59237.2449', []],
    [number('53.6318', '53.63'), null, '53.6318', []],
    [typed('0.01元'), null, '0.000001', ['UNIT_CONVERTED']],
    [typed('0.001元'), null, null, ['TOO_PRECISE']],
    [typed('0.1234567'), null, null, ['TOO_PRECISE']],
    [typed('约25'), null, null, ['NOT_A_NUMBER']],
    [typed('.5'), null, '0.5', ['NUMBER_CLEANED']],
    [typed('.5万元'), null, '0.5', ['NUMBER_CLEANED']],
    [typed('.'), null, null, []],
    [typed('73.2051 万 元'), null, '73.2051', ['NUMBER_CLEANED']],
    [typed('732051 元 整'), null, '73.2051', ['UNIT_CONVERTED']],
    [typed('73.2051 万 元（含邮寄费）'), null, '73.2051', ['NOTE_IN_CELL']],
    [typed('73 万 2051 元'), null, null, ['NOT_A_NUMBER']],
  ])('%o under %s is %s 万元', (cell, unit, value, codes) => {
    const read = readNumber(cell, money, unit);
    expect([read.value, read.problems.map(({ code }) => code)]).toEqual([value, codes]);
  });

  test.each([
    ['本年收费金额（单位：万元，保留4位小数）', '万元'],
    ['本年收费金额(元)', '元'],
    ['采购总金额', null],
    ['采购总金额（单位：亿元）', '亿元'],
  ])('%s names %s', (heading, unit) => {
    expect(unitInHeading(heading)).toBe(unit);
  });
});
