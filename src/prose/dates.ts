import type { Day } from '../brands/brands.js';
import { parseChineseNumeral } from './chineseNumeral.js';
import { oneLine } from './oneLine.js';

const year = '(\\d{4}|[二〇零○一三四五六七八九]{4})年';
const month = '(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?';
const day = '(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]';
const dashed = '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})';

const days = [`${year}${month}${day}`, dashed];
const wholeDays = days.map((each) => new RegExp(`^${each}$`));

/** What may stand before a day that stands alone: what day it is, or who signs. */
const label = '(?:发布|成文|公布|公开|报告|制作|生成|填报|印发|发文)(?:日期|时间)[:：]';
const labelled = days.map((each) => new RegExp(`${label}${each}`));
const signature = /^\p{Script=Han}{2,30}(?:局|委|办|厅|府|室|院|会|处|所|站|队|中心)(?=[\d二])/u;
/** A longer line is text. */
const longestLine = 200;
/** What may stand after it: the time of day, or how the document may be used. */
const addition = /(?:\s?\d{1,2}:\d{2}(?::\d{2})?|[（(]此件[^）)]*[）)])$/;

/**
 * The day a line states: 2021年1月12日 or 二〇二一年一月十二日 alone or signed, or 发布日期：2021-01-12 among
 * other such labels. null for any other line.
 */
export function dayOfLine(line: string): Day | null {
  if (line.length > longestLine) return null;
  const text = oneLine(line);
  const alone = text
    .replace(/^[（(]([^（）()]*)[）)]$/, '$1')
    .replace(/^(?:日期|时间)[:：]/, '')
    .replace(signature, '')
    .replace(addition, '');
  const match = firstMatch(wholeDays, alone) ?? firstMatch(labelled, text);
  return match && dayOf(numberOf(match[1]), numberOf(match[2]), numberOf(match[3]));
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

const published = days.map((each) => new RegExp(`(?:发布|公布|公开)(?:日期|时间)[:：]?${each}`));

/** The day of which a line says that something was published on it: 发布日期：2021-01-12. null for any other line. */
export function publishedDayOfLine(line: string): Day | null {
  if (line.length > longestLine) return null;
  const match = firstMatch(published, oneLine(line));
  return match && dayOf(numberOf(match[1]), numberOf(match[2]), numberOf(match[3]));
}

/** From one day to another, both included. A day that no calendar has is null. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Where it begins in the text. */
  readonly at: number;
}

const moment = `(?:${dashed}|(?:${year}度?)?${month}(?:${day})?)`;
const until = '(?:[零0]时)?(?:起|开始)?[,，]?(?:至|到|—+|-+|~+|～+|－+|–+|―+)';
const period = new RegExp(`${moment}${until}${moment}`);

/**
 * The first period a text names, as 2020年1月1日至12月31日: the year that is left out is that of the other
 * side, or the given one. A month without a day is the whole month. null when it names none.
 */
export function periodIn(text: string, reportYear: number): Period | null {
  const match = period.exec(text.replace(/(\d{1,2})(?=(?:至|到|-|—+|~)\d{1,2}月)/, '$1月'));
  if (!match) return null;
  const parts = match.slice(1).map(numberOf);
  const [first, last] = [momentOf(parts.slice(0, 6)), momentOf(parts.slice(6, 12))];
  return {
    from: dayOf(first.year ?? last.year ?? reportYear, first.month, first.day ?? 1),
    to: endOf({ ...last, year: last.year ?? first.year ?? reportYear }),
    at: match.index,
  };
}

interface Moment {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Year, month and day as written with dashes or in words. */
function momentOf(parts: readonly (number | null)[]): Moment {
  const [dashedYear, dashedMonth, dashedDay, year, month, day] = parts;
  return {
    year: dashedYear ?? year ?? null,
    month: dashedMonth ?? month ?? null,
    day: dashedDay ?? day ?? null,
  };
}

function endOf({ year, month, day }: Moment): Day | null {
  if (day !== null || year === null || month === null) return dayOf(year, month, day);
  return dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? BigInt(text) : parseChineseNumeral(text);
  return value === null ? null : Number(value);
}

function dayOf(year: number | null, month: number | null, day: number | null): Day | null {
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1000 ? (date.toISOString().slice(0, 10) as Day) : null;
}

/** 2021-01-12 as people write it. */
export function dayInWords(value: Day): string {
  const [year, month, date] = value.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
