import { describe, expect, test } from 'vitest';
import { readNumber } from '../../importers/draft/readNumber.js';
import type { GridCell } from '../../importers/reading/grid.js';
import { findCell } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import type { ProblemCode } from '../../src/problems/problem.js';

const count = findCell(formById('2021')!, 'requests.received.total')!;
const money = findCell(formById('2021')!, 'fees.fees.amount')!;
const place = { column: 3, at: '年报!D5', lastColumn: 3 };
const typed = (text: string, more: Partial<GridCell> = {}): GridCell => ({
  ...place,
  text,
  number: null,
  ...more,
});
const stored = (number: string, format: string): GridCell => ({ ...place, text: number, number, format });
/** As an OpenDocument or a web page shows what it stores. */
const shown = (number: string, text: string): GridCell => ({ ...place, text, number });

/** One way from what a cell holds to the value of the report. */
interface Conversion {
  readonly kind: string;
  readonly cell: GridCell;
  readonly of?: typeof money;
  readonly headingUnit?: string;
  readonly value: string | null;
  readonly code: ProblemCode;
  /** What the message names: what stood there and, where there is one, the value. */
  readonly names: readonly string[];
}

const conversions: readonly Conversion[] = [
  {
    kind: 'unit beside the number',
    cell: typed('732051元'),
    of: money,
    value: '73.2051',
    code: 'UNIT_CONVERTED',
    names: ['732051元', '73.2051'],
  },
  {
    kind: 'unit in another character',
    cell: typed('1.2萬'),
    value: '12000',
    code: 'UNIT_CONVERTED',
    names: ['1.2萬', '12000'],
  },
  {
    kind: 'unit of the heading',
    cell: typed('732051'),
    of: money,
    headingUnit: '元',
    value: '73.2051',
    code: 'UNIT_CONVERTED',
    names: ['732051元', '73.2051'],
  },
  {
    kind: 'unit in the number format',
    cell: stored('732051', '#,##0"元"'),
    of: money,
    value: '73.2051',
    code: 'UNIT_CONVERTED',
    names: ['732051元', '73.2051'],
  },
  {
    kind: 'scale of the number format',
    cell: stored('732051', '0!.0,"万元"'),
    of: money,
    value: '73.2051',
    code: 'SCALED_DISPLAY',
    names: ['732051', '73.2051'],
  },
  {
    kind: 'scale of what is shown',
    cell: shown('732051', '73.2万元'),
    of: money,
    value: '73.2051',
    code: 'SCALED_DISPLAY',
    names: ['732051', '73.2万元', '73.2051'],
  },
  {
    kind: 'numerals of the number format',
    cell: stored('3089', '[DBNum1]General'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3089'],
  },
  {
    kind: 'large numerals of the number format',
    cell: stored('3089', '[DBNum2][$-804]General"件"'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3089'],
  },
  {
    kind: 'numerals that are shown',
    cell: shown('3089', '三千零八十九'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3089'],
  },
  {
    kind: 'full-width digits',
    cell: typed('３０８９'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['３０８９', '3089'],
  },
  {
    kind: 'digits of another script',
    cell: typed('٣٠٨٩'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['٣٠٨٩', '3089'],
  },
  {
    kind: 'thousands separators',
    cell: typed('3,089'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3,089', '3089'],
  },
  { kind: 'spaces', cell: typed(' 3 089\u00a0'), value: '3089', code: 'NUMBER_CLEANED', names: ['3089'] },
  {
    kind: 'invisible characters',
    cell: typed('3\u200b089'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3089'],
  },
  {
    kind: 'quotes that keep a number a text',
    cell: typed("'3089"),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ["'3089", '3089'],
  },
  {
    kind: 'a formula that keeps a number a text',
    cell: typed('="3089"'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['="3089"', '3089'],
  },
  {
    kind: 'the unit of the form',
    cell: typed('3089件'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['3089件', '3089'],
  },
  {
    kind: 'words before the number',
    cell: typed('共3089件'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['共3089件', '3089'],
  },
  {
    kind: 'a leading zero',
    cell: typed('03089'),
    value: '3089',
    code: 'NUMBER_CLEANED',
    names: ['03089', '3089'],
  },
  { kind: 'footnote mark', cell: typed('3089①'), value: '3089', code: 'NOTE_IN_CELL', names: ['3089①', '①'] },
  { kind: 'raised digit', cell: typed('3089²'), value: '3089', code: 'NOTE_IN_CELL', names: ['3089²', '²'] },
  {
    kind: 'note in brackets',
    cell: typed('22（其中修订16件）'),
    value: '22',
    code: 'NOTE_IN_CELL',
    names: ['22', '16'],
  },
  {
    kind: 'note beside a unit',
    cell: typed('732051元（含滞纳金）'),
    of: money,
    value: '73.2051',
    code: 'UNIT_CONVERTED',
    names: ['732051元', '73.2051'],
  },
  {
    kind: 'raised run',
    cell: typed('3089', { leftOut: ['superscript'] }),
    value: '3089',
    code: 'NOTE_IN_CELL',
    names: ['上标'],
  },
  {
    kind: 'lowered run',
    cell: typed('3089', { leftOut: ['subscript'] }),
    value: '3089',
    code: 'NOTE_IN_CELL',
    names: ['下标'],
  },
  {
    kind: 'struck-out run',
    cell: typed('3089', { leftOut: ['struck'] }),
    value: '3089',
    code: 'NOTE_IN_CELL',
    names: ['划去'],
  },
  {
    kind: 'hidden run',
    cell: typed('3089', { leftOut: ['hidden'] }),
    value: '3089',
    code: 'NOTE_IN_CELL',
    names: ['隐藏'],
  },
  {
    kind: 'struck-out cell',
    cell: typed('', { leftOut: ['struck'] }),
    value: null,
    code: 'NOTE_IN_CELL',
    names: ['划去'],
  },
  { kind: 'percent', cell: stored('0.12', '0%'), value: null, code: 'NOT_A_NUMBER', names: ['百分比'] },
  {
    kind: 'Chinese numerals as text',
    cell: typed('三千零八十九'),
    value: null,
    code: 'NOT_A_NUMBER',
    names: ['三千零八十九'],
  },
  {
    kind: 'date',
    cell: typed('2024/3/5', { serial: '45356' }),
    value: null,
    code: 'NOT_A_NUMBER',
    names: ['2024/3/5', '日期'],
  },
  {
    kind: 'formula without a result',
    cell: typed('=A1', { fault: 'FORMULA_NOT_CALCULATED' }),
    value: null,
    code: 'FORMULA_NOT_CALCULATED',
    names: ['公式'],
  },
  {
    kind: 'error value',
    cell: typed('#REF!', { fault: 'CELL_ERROR' }),
    value: null,
    code: 'CELL_ERROR',
    names: ['#REF!'],
  },
  {
    kind: 'format that hides',
    cell: stored('3089', ';;;'),
    value: null,
    code: 'DISPLAY_UNCLEAR',
    names: ['3089'],
  },
  {
    kind: 'fraction of a count',
    cell: stored('3089.5', 'General'),
    value: null,
    code: 'NOT_WHOLE',
    names: ['3089.5'],
  },
  { kind: 'two numbers', cell: typed('3089\n7'), value: null, code: 'NOT_A_NUMBER', names: ['3089'] },
];

describe('the problem list tells how a value came to be', () => {
  test.each(conversions)('$kind', ({ cell, of, headingUnit, value, code, names }) => {
    const read = readNumber(cell, of ?? count, headingUnit ?? null);
    expect(read.value).toBe(value);
    const told = read.problems.find((found) => found.code === code);
    expect(told).toMatchObject({ cell: (of ?? count).key, at: place.at });
    for (const name of names) expect(told?.message).toContain(name);
  });

  test('what is as the form writes it needs no telling, also as the result of a formula or a text', () => {
    for (const cell of [
      typed('3089'),
      stored('3089', 'General'),
      stored('3089', '#,##0'),
      shown('3089', '3,089'),
    ])
      expect(readNumber(cell, count, null)).toMatchObject({ value: '3089', problems: [] });
  });
});
