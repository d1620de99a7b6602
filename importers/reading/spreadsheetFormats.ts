import { createRequire } from 'node:module';
import type * as Spreadsheets from '@e965/xlsx';
import { once } from '../../src/once.js';

/** What knows all formats is large, and few reports need it: it is loaded with the first format that is not plain. */
const library = once(() => (createRequire(import.meta.url)('@e965/xlsx') as typeof Spreadsheets).SSF);

/** The formats that every spreadsheet program has built in, as far as they are met every day. */
const plainFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  49: '@',
};

/**
 * The formats that a Chinese spreadsheet program has built in and writes without a code. Any other program knows
 * them by their numbers only.
 */
export const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a format that programs have built in; undefined for a number that none of them knows. */
export function builtInFormat(id: number): string | undefined {
  const code: unknown = plainFormats[id] ?? library().get_table()[id];
  return typeof code === 'string' ? code : undefined;
}

/** Without letters and brackets no code is that of a date. */
const onlySigns = /^[0#?.,%_;() @+-]*$/;

export function isDateFormat(code: string): boolean {
  return !onlySigns.test(code) && library().is_date(code);
}

const plainCode = /^0\.(0+)(#*)$/;
const plainNumber = /^\d{1,12}(?:\.(\d+))?$/;

/** As a spreadsheet program shows a number; null for a format that the library does not know. */
export function rendered(value: number, code: string, date1904: boolean): string | null {
  const plain = unrounded(value, code);
  if (plain !== null) return plain;
  try {
    return library().format(code, value, { date1904, dateNF: 'yyyy/m/d' });
  } catch {
    return null;
  }
}

/** 12.5 by 0.0000## is 12.5000: nothing is to be rounded, grouped or signed. null for whatever is not that simple. */
function unrounded(value: number, code: string): string | null {
  const [, kept, possible] = plainCode.exec(code) ?? [];
  if (kept === undefined || possible === undefined || Object.is(value, -0)) return null;
  const text = String(value);
  const match = plainNumber.exec(text);
  const decimals = match?.[1]?.length ?? 0;
  if (!match || decimals > kept.length + possible.length) return null;
  return decimals >= kept.length
    ? text
    : `${decimals === 0 ? `${text}.` : text}${'0'.repeat(kept.length - decimals)}`;
}
