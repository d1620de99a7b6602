import type { Day } from '../brands/brands.js';

export type { Day };

/** 北京时间 is the only one in China and has no summer time. */
const offsetMilliseconds = 8 * 60 * 60 * 1000;
export const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The day it is in China at a time: deadlines end with the day there. */
export function dayInChina(at: Date): Day {
  return dayOfUtc(new Date(at.getTime() + offsetMilliseconds));
}

/** The day of a moment of the clock of Greenwich. */
export function dayOfUtc(moment: Date): Day {
  return moment.toISOString().slice(0, 10) as Day;
}

/** The year whose reports are due: the last one that is over in China. */
export function lastYearIn(at: Date): number {
  return Number(dayInChina(at).slice(0, 4)) - 1;
}

/** `2026-11-21 18:27:26`, as clocks in China show it. */
export function timeInChina(at: Date): string {
  return new Date(at.getTime() + offsetMilliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

/** When the day in China that it is at a time began. */
export function startOfChinaDay(at: Date): Date {
  const local = at.getTime() + offsetMilliseconds;
  return new Date(local - (local % dayMilliseconds) - offsetMilliseconds);
}

/** The first moment of a day in China, such as `2025-03-31`; null when there is no such day. */
export function startOfDayNamed(day: string): Date | null {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  // 2025-02-30 is read as a day of March.
  if (!start || Number.isNaN(start.getTime()) || !start.toISOString().startsWith(day)) return null;
  return new Date(start.getTime() - offsetMilliseconds);
}

/** The first moment after a day in China; null when there is no such day. */
export function endOfChinaDay(day: string): Date | null {
  const start = startOfDayNamed(day);
  return start && new Date(start.getTime() + dayMilliseconds);
}
