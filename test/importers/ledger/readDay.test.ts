import { describe, expect, test } from 'vitest';
import { readDay } from '../../../importers/ledger/readDay.js';
import { readMark } from '../../../importers/ledger/readMark.js';
import type { GridCell } from '../../../importers/reading/grid.js';

const plain = { from1904: false, headingYear: null, year: 2024 };

function cell(said: Partial<GridCell>): GridCell {
  return { column: 0, lastColumn: 0, at: 'A1', text: '', number: null, ...said };
}

describe('days', () => {
  test.each([
    ...[
      '2024.3.5',
      '2024-3-5',
      '2024.3.5.',
      '2024/3/5',
      '2024年3月5日',
      '20240305',
      '二〇二四年三月五日',
      '二O二四年三月五日',
    ],
    ...[
      '２０２４．３．５',
      '2024-03-05 14:30',
      '2024年3月5日上午',
      '2024 年 3 月 5 日',
      '2024-03-05T00:00:00Z',
    ],
  ])('%s', (text) => {
    expect(readDay(cell({ text }), plain)).toEqual({ day: '2024-03-05' });
  });

  test.each(['2024.2.30', '2023-02-29', '2024-13-01', '2024-0-1', '1924-3-5', '很快', '2024年三月五日后'])(
    'no day at all: %s',
    (text) => {
      expect(readDay(cell({ text }), plain)).toEqual({ day: null, fault: 'DAY_IMPOSSIBLE' });
    },
  );

  test.each(['24.3.5', '3/5/2024', '3月5日', '3.5'])('read in more than one way: %s', (text) => {
    expect(readDay(cell({ text }), plain)).toEqual({ day: null, fault: 'DAY_UNCLEAR' });
  });

  test.each(['', '-', '—', '/', '无', '否', '办理中', '未答复'])('nothing: “%s”', (text) => {
    expect(readDay(cell({ text }), plain)).toEqual({ day: null });
  });

  test('without a year under the heading of one', () => {
    expect(readDay(cell({ text: '3月5日' }), { ...plain, headingYear: 2024 })).toEqual({ day: '2024-03-05' });
  });

  test('a stored number counts from the epoch of its workbook', () => {
    expect(readDay(cell({ text: '44195', number: '44195' }), plain)).toEqual({ day: '2020-12-30' });
    expect(readDay(cell({ text: '44195', number: '44195' }), { ...plain, from1904: true })).toEqual({
      day: '2024-12-31',
    });
    expect(readDay(cell({ text: '20240305', number: '20240305' }), plain)).toEqual({ day: '2024-03-05' });
    expect(readDay(cell({ text: '45356.5', number: '45356.5' }), plain)).toEqual({ day: '2024-03-05' });
    expect(readDay(cell({ text: '120', number: '120' }), plain)).toEqual({
      day: null,
      fault: 'DAY_IMPOSSIBLE',
    });
  });

  test('a format that hides the year leaves it to the heading', () => {
    const typedInJanuary = cell({ text: '12月30日', serial: '46021' });
    expect(readDay(typedInJanuary, { ...plain, headingYear: 2024 })).toEqual({ day: '2024-12-30' });
    expect(readDay(typedInJanuary, plain)).toEqual({ day: null, fault: 'DAY_UNCLEAR' });
  });
});

describe('steps of a case', () => {
  test.each([
    ['是', 'yes'],
    ['√', 'yes'],
    ['延期20个工作日', 'yes'],
    ['20', 'yes'],
    ['否', null],
    ['0', null],
    ['2024.3.5', '2024-03-05'],
  ])('%s', (text, mark) => {
    expect(readMark(cell({ text }), plain)).toEqual({ mark });
  });
});
