import type { CalendarYear } from './CalendarYear.js';
import { localCalendars } from './localYears.js';
import { nationalYears } from './nationalYears.js';

/** The regions that have holidays of their own. */
export const regionsWithHolidays: readonly string[] = localCalendars.map(({ region }) => region);

/**
 * The years whose working days are known in a region: those of the whole country, in a region with holidays of
 * its own only where those are known too. Years that somebody added stand for, or over, the built-in ones.
 */
export function calendarYears(
  region: string | null,
  added: readonly CalendarYear[] = [],
): readonly CalendarYear[] {
  const national = byYear(nationalYears);
  const local = localCalendars.find((calendar) => calendar.region === region);
  const known = local
    ? local.years.flatMap((own) => {
        const base = national.get(own.year);
        return base ? [overlaid(base, own)] : [];
      })
    : nationalYears;
  return [...new Map([...byYear(known), ...byYear(added)]).values()].sort(
    (one, other) => one.year - other.year,
  );
}

function overlaid(base: CalendarYear, own: CalendarYear): CalendarYear {
  return {
    year: base.year,
    source: `${base.source}；${own.source}`,
    off: [...base.off, ...own.off].sort(),
    on: [...base.on.filter((day) => !own.off.includes(day)), ...own.on].sort(),
  };
}

function byYear(years: readonly CalendarYear[]): Map<number, CalendarYear> {
  return new Map(years.map((each) => [each.year, each]));
}
