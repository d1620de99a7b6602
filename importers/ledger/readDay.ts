import { parseChineseNumeral } from '../../src/prose/chineseNumeral.js';
import { dayOfUtc, type Day } from '../../src/season/chinaDay.js';
import type { GridCell } from '../reading/grid.js';
import { noWords, notYet, yesWords } from './words/otherWords.js';

/** What a cell says in a column of days. */
export type ReadDay =
  | { readonly day: Day }
  | { readonly day: null; readonly fault?: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR'; readonly isYes?: true };

/** What the days of a sheet are read by. */
export interface DayContext {
  /** The workbook counts its days from 1904. */
  readonly from1904: boolean;
  /** The year under whose heading the row stands; null where there is none. */
  readonly headingYear: number | null;
  readonly year: number;
}

const blank: ReadDay = { day: null };
const impossible: ReadDay = { day: null, fault: 'DAY_IMPOSSIBLE' };
const unclear: ReadDay = { day: null, fault: 'DAY_UNCLEAR' };

/** Days that a ledger of requests can be about: the 条例 is of 2007. */
const [firstYear, lastYear] = [2000, 2099];
/** 2000-01-01 and 2050-07-31 as a workbook counts them. */
const [firstSerial, lastSerial] = [36_526, 55_000];
const epochDays1900 = 25_569;
const between1904 = 1_462;

const time =
  '(?:[T ]*(?:上午|下午|凌晨|晚上?|星期.|周.|\\d{1,2}[:时点](?:\\d{1,2}分?)?(?::\\d{1,2}(?:\\.\\d+)?)?秒?|Z))*';
const numeral = '[〇零○O0一二三四五六七八九十]';
const whole = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?${time}$`);
const eight = /^(\d{4})(\d{2})(\d{2})$/;
const chinese = new RegExp(`^(${numeral}{4})年(${numeral}{1,2})月(${numeral}{1,3})[日号]$`);
const withoutYear = new RegExp(`^(\\d{1,2})[月/.-](\\d{1,2})[日号]?${time}$`);
const shortYear = /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/;
const hidesYear = /^(\d{1,2})月(\d{1,2})日$/;

/** Reads the day of a cell: by its stored number where it has one, otherwise by its text, strictly. */
export function readDay(cell: GridCell, context: DayContext): ReadDay {
  if (cell.fault !== undefined) return impossible;
  if (cell.serial !== undefined) return storedDay(cell, Number(cell.serial), context);
  const text = (cell.number ?? cell.text).normalize('NFKC').trim();
  const isBare = /^\d{5}(?:\.\d+)?$/.test(text);
  if (isBare && Number(text) >= firstSerial && Number(text) < lastSerial + 1)
    return serialDay(Number(text), context);
  return textDay(text, context);
}

function storedDay(cell: GridCell, serial: number, context: DayContext): ReadDay {
  const stored = serialDay(serial, context);
  const shown = hidesYear.exec(cell.text.normalize('NFKC').replace(/\s/g, ''));
  if (!shown || stored.day === null) return stored;
  // The year is that of typing: 12月30日 typed in January.
  if (context.headingYear !== null) return dayOf(context.headingYear, Number(shown[1]), Number(shown[2]));
  return Number(stored.day.slice(0, 4)) > context.year ? unclear : stored;
}

function serialDay(serial: number, { from1904 }: DayContext): ReadDay {
  const days = Math.floor(serial) + (from1904 ? between1904 : 0) - epochDays1900;
  const at = new Date(days * 86_400_000);
  if (Number.isNaN(at.getTime())) return impossible;
  const year = at.getUTCFullYear();
  return year < firstYear || year > lastYear ? impossible : { day: dayOfUtc(at) };
}

const nothing = new Set([...noWords, ...notYet].map(plain));
const yes = new Set(yesWords.map(plain));

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function textDay(given: string, { headingYear }: DayContext): ReadDay {
  const text = given.normalize('NFKC').trim();
  const word = plain(text);
  if (nothing.has(word) || /^[-—–_/\\*.]*$/.test(word)) return blank;
  if (yes.has(word)) return { day: null, fault: 'DAY_UNCLEAR', isYes: true };
  const close = text.replace(/\s*([-/.年月日号])\s*/g, '$1').replace(/(?<=\d)[.。]$/, '');
  const match = whole.exec(close) ?? eight.exec(close);
  if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const written = chinese.exec(word.replace(/o/g, '〇'));
  if (written) return chineseDay(written);
  const partial = withoutYear.exec(close);
  if (partial && headingYear !== null) return dayOf(headingYear, Number(partial[1]), Number(partial[2]));
  return partial || shortYear.test(close) ? unclear : impossible;
}

function chineseDay([, year = '', month = '', day = '']: readonly string[]): ReadDay {
  const zeros = (text: string) => text.replace(/[○O0零]/g, '〇');
  const [y, m, d] = [zeros(year), month, day].map((part) => parseChineseNumeral(part));
  return y == null || m == null || d == null ? impossible : dayOf(Number(y), Number(m), Number(d));
}

/** A day that no calendar has is refused, never rolled over. */
function dayOf(year: number, month: number, day: number): ReadDay {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && month >= 1 && year >= firstYear && year <= lastYear ? { day: dayOfUtc(date) } : impossible;
}
