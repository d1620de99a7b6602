import type { Day, YearDay } from '../brands/brands.js';
import { dayMilliseconds } from './chinaDay.js';

/**
 * 条例第四十九条: departments, and with them townships and authorised organisations, by 31 January; the report
 * of a government by 31 March. Localities set earlier days.
 */
export const statutoryDays = {
  GOVERNMENT: '03-31',
  DEPARTMENT: '01-31',
  TOWNSHIP: '01-31',
  ORGANISATION: '01-31',
} as const satisfies Record<string, YearDay>;

/** The last day by law for the report of a year; by its name, where it is not known what kind of agency it is. */
export function lawfulDay(
  year: number,
  agency: { name: string; kind: keyof typeof statutoryDays | null },
): Day {
  const byName = /(?<![乡镇])人民政府$/.test(agency.name.trim()) ? 'GOVERNMENT' : 'DEPARTMENT';
  return `${year + 1}-${statutoryDays[agency.kind ?? byName]}`;
}

/** Whether a text is a day of the year such as `01-20`; 29 February is none, it is not there every year. */
export function isYearDay(text: string): text is YearDay {
  if (!/^\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`2025-${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text;
}

/** `1月31日` */
export function yearDayInWords(day: YearDay): string {
  const [month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** How many days from one to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds);
}
