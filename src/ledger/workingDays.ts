import { dayMilliseconds, dayOfUtc, type Day } from '../season/chinaDay.js';
import type { CalendarYear } from './calendars/CalendarYear.js';

/** Working days told by their ordinals: how many there have been up to a day, and which day is the n-th. */
export interface WorkingDays {
  /** How many working days there have been up to and with a day; null in a year that is not known. */
  ordinalOf(day: Day): number | null;
  /**
   * The day that is so many working days after another one, which is not counted itself; null when the way to it
   * touches a year that is not known.
   */
  after(day: Day, workingDays: number): Day | null;
  /** How many working days there are from one day to another, both included; null likewise. */
  between(first: Day, last: Day): number | null;
}

/** Years that follow one another. */
interface Run {
  readonly firstDay: number;
  /** By day since the first one. */
  readonly ordinals: Int32Array;
  /** The day of each ordinal, likewise; the ordinal 1 comes first. */
  readonly days: readonly number[];
}

/** The working days of the years that are known. */
export function workingDays(years: readonly CalendarYear[]): WorkingDays {
  const runs = runsOf([...years].sort((one, other) => one.year - other.year));
  const runOf = (day: number): Run | undefined =>
    runs.find(({ firstDay, ordinals }) => firstDay <= day && day < firstDay + ordinals.length);
  const ordinalIn = (run: Run, day: number): number | null => run.ordinals[day - run.firstDay] ?? null;
  return {
    ordinalOf(day) {
      const number = dayNumber(day);
      const run = runOf(number);
      return run ? ordinalIn(run, number) : null;
    },
    after(day, count) {
      const number = dayNumber(day);
      const run = runOf(number);
      const found = run?.days[(ordinalIn(run, number) ?? 0) + count - 1];
      return run && found !== undefined ? dayOf(run.firstDay + found) : null;
    },
    between(first, last) {
      const [from, to] = [dayNumber(first), dayNumber(last)];
      if (to < from) return 0;
      const run = runOf(from);
      if (!run) return null;
      const end = ordinalIn(run, to);
      return end === null ? null : end - (ordinalIn(run, from - 1) ?? 0);
    },
  };
}

function runsOf(years: readonly CalendarYear[]): Run[] {
  const runs: Run[] = [];
  let together: CalendarYear[] = [];
  for (const each of years) {
    const last = together.at(-1);
    if (last && last.year + 1 !== each.year) {
      runs.push(runOf(together));
      together = [];
    }
    together.push(each);
  }
  if (together.length > 0) runs.push(runOf(together));
  return runs;
}

function runOf(years: readonly CalendarYear[]): Run {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const firstDay = dayNumber(`${first}-01-01`);
  const ordinals = new Int32Array(dayNumber(`${last + 1}-01-01`) - firstDay);
  const off = new Set(years.flatMap(({ year, off }) => off.map((day) => dayNumber(`${year}-${day}`))));
  const on = new Set(years.flatMap(({ year, on }) => on.map((day) => dayNumber(`${year}-${day}`))));
  const days: number[] = [];
  ordinals.forEach((_, index) => {
    const day = firstDay + index;
    if (isWeekday(day) ? !off.has(day) : on.has(day)) days.push(index);
    ordinals[index] = days.length;
  });
  return { firstDay, ordinals, days };
}

/** A ledger has many cases and few days: each is worked out once. */
function remembering<Given, Found>(work: (given: Given) => Found): (given: Given) => Found {
  const known = new Map<Given, Found>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const found = work(given);
    if (known.size < mostRemembered) known.set(given, found);
    return found;
  };
}

/** The days of a century. */
const mostRemembered = 36_525;

/** Days since 1970-01-01, a Thursday. */
const dayNumber = remembering((day: string): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds),
);

const dayOf = remembering((number: number): Day => dayOfUtc(new Date(number * dayMilliseconds)));

function isWeekday(number: number): boolean {
  const day = (((number + 4) % 7) + 7) % 7;
  return day !== 0 && day !== 6;
}
