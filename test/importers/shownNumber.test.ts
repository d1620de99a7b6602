import { describe, expect, test } from 'vitest';
import type { GridCell } from '../../importers/reading/grid.js';
import { readNumber } from '../../importers/draft/readNumber.js';
import { findCell } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';

const count = findCell(formById('2021')!, 'requests.received.total')!;
const money = findCell(formById('2021')!, 'fees.fees.amount')!;
const place = { column: 3, at: '年报!D5', lastColumn: 3 };

/** A stored number with a number format, as a workbook has it. */
const formatted = (number: string, format: string): GridCell => ({ ...place, text: number, number, format });
/** A stored number with what it is shown as, as OpenDocument and web pages have it. */
const shown = (number: string, text: string): GridCell => ({ ...place, text, number });
const typed = (text: string): GridCell => ({ ...place, text, number: null });
const read = (cell: GridCell, target: typeof count) => {
  const { value, problems } = readNumber(cell, target, null);
  return [value, problems.map(({ code }) => code)];
};

describe('a number format', () => {
  test.each<[string, string, string | null, string[]]>([
    ['732051', '0"."0,"万元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0!.0,"万元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0!.0000"万元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0\\.0000"万元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0\\.0,\\万\\元', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0!.0000', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0!.0,"万"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '#,##0.00,"千元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '0.00,,"百万元"', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '[>=10000]0!.0,"万元";0"元"', '73.2051', ['SCALED_DISPLAY']],
    ['7320', '[>=10000]0!.0,"万元";0"元"', '0.732', ['UNIT_CONVERTED']],
    ['732051', '#,##0"元"', '73.2051', ['UNIT_CONVERTED']],
    ['732051', 'General"元"', '73.2051', ['UNIT_CONVERTED']],
    ['732051', 'General\\元', '73.2051', ['UNIT_CONVERTED']],
    ['732051', '#,##0元', '73.2051', ['UNIT_CONVERTED']],
    ['732051', '0"（元）"', '73.2051', ['UNIT_CONVERTED']],
    ['732051', 'G/通用格式"元"', '73.2051', ['UNIT_CONVERTED']],
    ['73.2051', '0.0000"万元"', '73.2051', []],
    ['73.2051', '0', '73.2051', []],
    ['73.2051', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '73.2051', []],
    ['0', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0', []],
    ['73.2051', '0.0000##"▲"', '73.2051', []],
    ['7.32', '0"元"00"角"', null, ['DISPLAY_UNCLEAR']],
    ['5', ';;;', null, ['DISPLAY_UNCLEAR']],
    ['5', '0"000元"', null, ['DISPLAY_UNCLEAR']],
    ['5', '\\-0', null, ['DISPLAY_UNCLEAR']],
    ['1', '"TRUE";"TRUE";"FALSE"', null, ['DISPLAY_UNCLEAR']],
    ['0.12', '0%', null, ['NOT_A_NUMBER']],
    ['-5', '#,##0_ ;[Red]\\-#,##0\\ ', '-5', []],
    ['-5', '#,##0_);(#,##0)', '-5', []],
    ['73.2051', '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', '73.2051', []],
    ['732051', '[$¥-804]#,##0.00', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '$0.00', null, ['DISPLAY_UNCLEAR']],
    ['73', '0"美元"', null, ['DISPLAY_UNCLEAR']],
    ['73', '0"角"', null, ['DISPLAY_UNCLEAR']],
    ['732', '0"。"0', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '"合计："0.0000"万元"', '73.2051', []],
    ['73.5', '# ?/?', '73.5', []],
  ])('of money: %s as %s is %s', (number, format, value, codes) => {
    expect(read(formatted(number, format), money)).toEqual([value, codes]);
  });

  test.each<[string, string, string | null, string[]]>([
    ['12345678', '#,##0,"千件"', '12345678', []],
    ['12345678', '#,##0,', null, ['NOT_WHOLE']],
    ['12345000', '#,##0,', '12345', ['SCALED_DISPLAY']],
    ['123456', '0"万"0000"件"', '123456', []],
    ['12', '0"件"', '12', []],
    ['12', '0.0"万件"', '120000', ['UNIT_CONVERTED']],
    ['12', '#\\ ##0', '12', []],
    ['0', '0;-0;;@', '0', []],
    ['12', '[DBNum1][$-804]General', '12', ['NUMBER_CLEANED']],
    ['12', '0"0"', null, ['DISPLAY_UNCLEAR']],
    ['3', '0%', null, ['NOT_A_NUMBER']],
    ['3', '0.00E+00', '3', []],
    ['3089', '"共"0"件"', '3089', []],
    ['3089', '"▲"0', '3089', []],
    ['-3089', '0;"▲"0', null, ['DISPLAY_UNCLEAR']],
    ['3089', '"第"0"号"', null, ['DISPLAY_UNCLEAR']],
    ['3089', '0"年"', null, ['DISPLAY_UNCLEAR']],
    ['3089', '0"万元"', null, ['DISPLAY_UNCLEAR']],
    ['3089', '000-0000', null, ['DISPLAY_UNCLEAR']],
    ['3089', '0"/"0', null, ['DISPLAY_UNCLEAR']],
  ])('of a count: %s as %s is %s', (number, format, value, codes) => {
    expect(read(formatted(number, format), count)).toEqual([value, codes]);
  });

  test('names what is stored and what is shown', () => {
    const [problem] = readNumber(formatted('732051', '0!.0,"万元"'), money, null).problems;
    expect(problem).toMatchObject({ severity: 'warning', cell: 'fees.fees.amount', at: '年报!D5' });
    expect(problem?.message).toContain(
      '存的是 732051，格式使它显示为“73.2万元”，按显示的意思读作 73.2051 万元',
    );
  });
});

describe('what a cell shows of its number', () => {
  test.each<[string, string, string | null, string[]]>([
    ['732051', '73.2万元', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '732.05千元', '73.2051', ['SCALED_DISPLAY']],
    ['732051', '732,051元', '73.2051', ['UNIT_CONVERTED']],
    ['73.2051', '73', '73.2051', []],
    ['73.2051', '73.29', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '73.2051▲', '73.2051', []],
    ['732051', '732!.1万元', null, ['DISPLAY_UNCLEAR']],
    ['0.4', '0', '0.4', []],
    ['49', '0.0万元', null, ['DISPLAY_UNCLEAR']],
    ['732051', '七十三万二千〇五十一', '732051', ['NUMBER_CLEANED']],
    ['3089', '三千', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '***', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '-', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '-73.2051', null, ['DISPLAY_UNCLEAR']],
    ['73.2051', '¥73.21', '73.2051', []],
    ['732051', '¥732,051.00', null, ['DISPLAY_UNCLEAR']],
  ])('%s shown as %s is %s', (number, text, value, codes) => {
    expect(read(shown(number, text), money)).toEqual([value, codes]);
  });
});

describe('digits that are none', () => {
  test.each<[string, string | null, string[]]>([
    ['3089①', '3089', ['NOTE_IN_CELL']],
    ['①3089', '3089', ['NOTE_IN_CELL']],
    ['3089²', '3089', ['NOTE_IN_CELL']],
    ['3089⒈', '3089', ['NOTE_IN_CELL']],
    ['3089₁', '3089', ['NOTE_IN_CELL']],
    ['3089 *', '3089', ['NOTE_IN_CELL']],
    ['3089[1]', '3089', ['NOTE_IN_CELL']],
    ['3089注1', '3089', ['NOTE_IN_CELL']],
    ['22（其中修订16件）', '22', ['NOTE_IN_CELL']],
    ['22件（其中修订16件）', '22', ['NOTE_IN_CELL']],
    ['22，其中修订16件', '22', ['NOTE_IN_CELL']],
    ['22（件）', '22', ['NUMBER_CLEANED']],
    ['22（16）5（3）', null, ['NOT_A_NUMBER']],
    ['①', null, ['NOT_A_NUMBER']],
    ['3½', null, ['NOT_A_NUMBER']],
    ['3089㎡', null, ['NOT_A_NUMBER']],
    ['Ⅻ', null, ['NOT_A_NUMBER']],
    ['（5）', null, ['NOT_A_NUMBER']],
    ['22\n16', null, ['NOT_A_NUMBER']],
    ['3\n525', null, ['NOT_A_NUMBER']],
    ['3\t525', null, ['NOT_A_NUMBER']],
    ['12①5', null, ['NOT_A_NUMBER']],
    ['\u200b3089\u00ad', '3089', ['NUMBER_CLEANED']],
    ['\u001f3089', '3089', ['NUMBER_CLEANED']],
    ['\u3164', null, []],
    ['\t3089\t', '3089', ['NUMBER_CLEANED']],
    ['\u00a03\u2009089\u3000', '3089', ['NUMBER_CLEANED']],
    ['="3089"', '3089', ['NUMBER_CLEANED']],
    ["'3089", '3089', ['NUMBER_CLEANED']],
    ['3089▲', '3089', ['NUMBER_CLEANED']],
    ['3089？', '3089', ['NUMBER_CLEANED']],
  ])('“%s” is %s', (text, value, codes) => {
    expect(read(typed(text), count)).toEqual([value, codes]);
  });

  test.each<[string, string | null, string[]]>([
    ['73.2051（含滞纳金）', '73.2051', ['NOTE_IN_CELL']],
    ['732051（元）', '73.2051', ['UNIT_CONVERTED']],
    ['732051（单位：元）', '73.2051', ['UNIT_CONVERTED']],
    ['￥732,051.00元', '73.2051', ['UNIT_CONVERTED']],
    ['￥73.2051', null, ['NOT_A_NUMBER']],
    ['73.2万元（含税）', '73.2', ['NOTE_IN_CELL']],
  ])('“%s” is %s 万元', (text, value, codes) => {
    expect(read(typed(text), money)).toEqual([value, codes]);
  });

  test('what was left out of a cell is told', () => {
    const found = readNumber({ ...typed('118'), leftOut: ['struck'] }, count, null);
    expect(found).toMatchObject({ value: '118', problems: [{ code: 'NOTE_IN_CELL', severity: 'info' }] });
    expect(readNumber({ ...typed(''), leftOut: ['struck'] }, count, null)).toMatchObject({
      value: null,
      problems: [{ code: 'NOTE_IN_CELL' }],
    });
  });
});
