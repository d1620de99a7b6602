import { Refusal } from './refusal.js';

/** A year of which there could be reports: the database knows no day of another. */
export function requireYear(year: number, path: readonly string[] = ['year']): number {
  if (Number.isInteger(year) && year >= 1900 && year <= 2199) return year;
  throw new Refusal('INVALID_REQUEST', `年度应在 1900 至 2199 之间，现在是 ${year}。`, [...path]);
}

const largestInt = 2 ** 31 - 1;

/** A year, the one before it and the one after it, as far as the database can be asked for them. */
export function yearsAround(year: number): number[] {
  return [year - 1, year, year + 1].filter((each) => Math.abs(each) <= largestInt);
}
