import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { calendarYears } from '../../src/ledger/calendars/calendarYears.js';
import { nationalYears } from '../../src/ledger/calendars/nationalYears.js';
import { dueDay, lastDayToExtend } from '../../src/ledger/dueDay.js';
import { workingDays } from '../../src/ledger/workingDays.js';
import { ledgerCase } from '../support/ledger.js';
import type { Day } from '../../src/brands/brands.js';
import { dayOfUtc } from '../../src/season/chinaDay.js';

const national = workingDays(calendarYears(null));

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 86_400_000)
    days.push(dayOfUtc(new Date(at)));
  return days;
}

describe('working days', () => {
  test('every day of the known years is as an independent library has it', () => {
    const days = nationalYears.flatMap(({ year }) => daysOf(year));
    expect(days).toHaveLength(2_922);
    const wrong = days.filter((day) => (national.between(day, day) === 1) !== chineseDays.isWorkday(day));
    expect(wrong).toEqual([]);
  });

  test.each(nationalYears)(
    '$year has a source, and only days that differ from the week',
    ({ source, year, off, on }) => {
      expect(source).toMatch(/国办发明电〔\d{4}〕\d+号/);
      const weekday = (day: string) => new Date(`${year}-${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
      expect(off.every(weekday)).toBe(true);
      expect(on.some(weekday)).toBe(false);
    },
  );

  test('a year that is not known has no working days', () => {
    expect(national.ordinalOf('2018-12-31')).toBeNull();
    expect(national.ordinalOf('2027-01-04')).toBeNull();
    expect(national.after('2026-12-25', 20)).toBeNull();
    expect(national.between('2026-12-25', '2027-01-04')).toBeNull();
  });

  test('a gap between known years is not bridged', () => {
    const [first, , third] = nationalYears;
    const gapped = workingDays([third!, first!]);
    expect(gapped.after(`${first!.year}-12-20`, 20)).toBeNull();
    expect(gapped.after(`${third!.year}-03-02`, 5)).toBe(national.after(`${third!.year}-03-02`, 5));
  });
});

describe('the day an answer is due', () => {
  test.each<[Day, Day]>([
    ['2020-01-20', '2020-02-25'],
    ['2021-01-25', '2021-02-25'],
    ['2022-09-30', '2022-11-02'],
    ['2023-04-20', '2023-05-19'],
    ['2024-01-22', '2024-02-22'],
    ['2024-02-05', '2024-03-08'],
    ['2024-09-14', '2024-10-18'],
    ['2025-01-20', '2025-02-21'],
    ['2025-09-15', '2025-10-17'],
    ['2026-02-05', '2026-03-11'],
  ])('received on %s: %s', (received, due) => {
    expect(dueDay(ledgerCase({ received }), national)).toBe(due);
  });

  test.each<[Day, Day]>([
    ['2024-02-05', '2024-04-08'],
    ['2026-02-05', '2026-04-09'],
  ])('received on %s and extended: %s', (received, due) => {
    expect(dueDay(ledgerCase({ received, extended: 'yes' }), national)).toBe(due);
  });

  test('three-day holidays of a region count there and nowhere else', () => {
    const guangxi = workingDays(calendarYears('广西'));
    expect(dueDay(ledgerCase({ received: '2024-04-01' }), national)).toBe('2024-04-29');
    expect(dueDay(ledgerCase({ received: '2024-04-01' }), guangxi)).toBe('2024-05-06');
    expect(dueDay(ledgerCase({ received: '2025-04-01' }), guangxi)).toBeNull();
  });

  test('an administrator adds a year', () => {
    const added = { year: 2027, source: '试用', off: ['01-01'], on: [] };
    const with2027 = workingDays(calendarYears(null, [added]));
    expect(dueDay(ledgerCase({ received: '2026-12-25' }), with2027)).toBe('2027-01-25');
  });

  test('before the revision of 2019 it was fifteen', () => {
    expect(dueDay(ledgerCase({ received: '2019-05-14' }), national)).toBe('2019-06-04');
    expect(dueDay(ledgerCase({ received: '2019-05-15' }), national)).toBe('2019-06-13');
  });

  test('a corrected request starts the clock anew; one that never came back is not judged', () => {
    const asked = { received: '2024-03-01', correctionAsked: '2024-03-05' } as const;
    expect(dueDay(ledgerCase({ ...asked, correctionReceived: '2024-03-20' }), national)).toBe(
      dueDay(ledgerCase({ received: '2024-03-20' }), national),
    );
    expect(dueDay(ledgerCase(asked), national)).toBeNull();
    expect(dueDay(ledgerCase({ received: '2024-03-01', correctionAsked: 'yes' }), national)).toBeNull();
  });

  test('third parties stop the clock, both their days included', () => {
    // Six working days from Monday to the Monday after.
    const one = ledgerCase({
      received: '2024-03-01',
      thirdPartyAsked: '2024-03-11',
      thirdPartyReplied: '2024-03-18',
    });
    expect(dueDay(one, national)).toBe(national.after('2024-03-01', 26));
    expect(dueDay({ ...one, thirdPartyReplied: null }, national)).toBe(national.after('2024-03-01', 35));
    expect(dueDay({ ...one, thirdPartyAsked: 'yes' }, national)).toBeNull();
    expect(dueDay({ ...one, thirdPartyAsked: '2024-05-06' }, national)).toBe('2024-03-29');
  });

  test.each(['supplementOverdue', 'feeOverdue'])('%s is not judged', (outcome) => {
    expect(dueDay(ledgerCase({ received: '2024-03-01', outcome }), national)).toBeNull();
  });

  test('the last day to extend is that of twenty working days', () => {
    expect(lastDayToExtend(ledgerCase({ received: '2024-02-05', extended: '2024-03-09' }), national)).toBe(
      '2024-03-08',
    );
  });
});
