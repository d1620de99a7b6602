import { impossibleYear, isPossibleYear } from '../season/possibleYear.js';
import { Refusal } from './refusal.js';

/** A year of which there could be reports. INVALID_REQUEST. */
export function requireYear(year: number, path: readonly string[] = ['year']): number {
  if (isPossibleYear(year)) return year;
  throw new Refusal('INVALID_REQUEST', impossibleYear(year), [...path]);
}

const largestInt = 2 ** 31 - 1;

/** A year, the one before it and the one after it, as far as the database can be asked for them. */
export function yearsAround(year: number): number[] {
  return [year - 1, year, year + 1].filter((each) => Math.abs(each) <= largestInt);
}
