import { parseChineseNumeral } from './chineseNumeral.js';
import { oneLine } from './oneLine.js';

/** A day as `2021-01-12`. */
export type Day = string;

const day =
  /(\d{4}|[二〇零○一九三四五六七八]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/;
const dashed = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;

/** The day a line consists of: 2021年1月12日, 二〇二一年一月十二日, 发布日期：2021-01-12. null for any other line. */
export function dayOfLine(line: string): Day | null {
  const text = oneLine(line)
    .replace(/^(?:发布|成文|公布|报告|制作)?(?:日期|时间)[:：]/, '')
    .replace(/[（(]此件[^）)]*[）)]$/, '');
  for (const pattern of [day, dashed]) {
    const match = pattern.exec(text);
    if (match?.[0] === text) return dayOf(match);
  }
  return null;
}

/** From one day to another, as 统计期限为2020年1月1日至2020年12月31日. The second year may be left out. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const period = new RegExp(
  `${day.source}(?:起)?(?:至|到|—+|－|-|~|～)(?:(\\d{4}|[二〇零○一九三四五六七八]{4})年)?(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日`,
);

/** The first period a sentence names; null when it names none. */
export function periodIn(sentence: string): Period | null {
  const match = period.exec(sentence);
  if (!match) return null;
  const from = dayOf(match.slice(0, 4));
  const to = dayOf([match[0], match[4] ?? match[1] ?? '', match[5] ?? '', match[6] ?? '']);
  return from && to ? { from, to } : null;
}

function dayOf([, ...parts]: readonly string[]): Day | null {
  const [year, month, date] = parts.map((part) =>
    /^\d+$/.test(part) ? BigInt(part) : parseChineseNumeral(part),
  );
  if (year == null || month == null || date == null) return null;
  if (month < 1n || month > 12n || date < 1n || date > 31n) return null;
  return [
    year.toString().padStart(4, '0'),
    ...[month, date].map((part) => part.toString().padStart(2, '0')),
  ].join('-');
}

/** 2021-01-12 as people write it. */
export function dayInWords(value: Day): string {
  const [year, month, date] = value.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
