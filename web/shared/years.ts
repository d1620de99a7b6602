import { forms } from '../../src/forms/index.js';
import { dayInChina, lastYearIn } from '../../src/season/chinaDay.js';

/** The year whose reports are due: the last one that is over. */
export function seasonYear(now = new Date()): number {
  return lastYearIn(now);
}

/** Every year for which there is a form, the latest first. */
export function reportYears(now = new Date()): number[] {
  const first = Math.min(...forms.map(({ firstYear }) => firstYear));
  const last = Number(dayInChina(now).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** The year in an address such as `?year=2024`; the season's when there is none. */
export function yearOf(given: unknown): number {
  return typeof given === 'string' && /^\d{4}$/.test(given) ? Number(given) : seasonYear();
}
