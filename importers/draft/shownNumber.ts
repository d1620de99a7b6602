import type { FormCell } from '../../src/cells.js';
import { parseChineseNumeral } from '../../src/prose/chineseNumeral.js';
import type { GridCell } from '../reading/grid.js';
import { numberFormat, type NumberFormat } from '../reading/numberFormat.js';
import { withoutOurSigns } from './ourSigns.js';
import { shiftPoint } from './shiftPoint.js';
import { unitAtEnd, type Unit } from './units.js';
import { readTail, writtenNumber } from './writtenNumber.js';

/** What a number cell shows of the number it stores. */
export interface ShownNumber {
  /** The stored number as a plain decimal. */
  readonly stored: string;
  /** It is shown divided by this power of ten. */
  readonly power: number;
  readonly unit: Unit | null;
  /** As somebody sees it. */
  readonly text: string;
  readonly shows: NumberFormat['shows'];
  readonly inNumerals?: true;
}

const mostPower = 12;

/** By the code of its number format where that is known, else by what the cell shows. */
export function shownNumber(cell: GridCell, stored: string, target: FormCell): ShownNumber {
  if (cell.format !== undefined) return byFormat(numberFormat(cell.format, stored), stored, target);
  const text = cell.text.trim();
  const plain = { stored, power: 0, unit: null, text, shows: 'number' as const };
  if (text === stored) return plain;
  if (text === '') return { ...plain, shows: 'nothing' };
  const { rest, isUnclear } = withoutCurrency(text, stored, target);
  if (isUnclear) return { ...plain, shows: 'other' };
  const written = writtenNumber(rest, target);
  const power = written && powerBetween(stored, written.digits);
  if (written && power !== null && isSameSign(stored, rest)) return { ...plain, power, unit: written.unit };
  if (/[%％‰]/.test(text)) return { ...plain, shows: 'percent' };
  const numeral = parseChineseNumeral(text);
  if (numeral !== null)
    return String(numeral) === stored ? { ...plain, inNumerals: true } : { ...plain, shows: 'other' };
  // A library that does not know General"元" shows the words alone.
  const { unit, rest: words } = unitAtEnd(text, target);
  return unit && words === '' ? { ...plain, unit } : { ...plain, shows: 'other' };
}

/** Words before a number that say nothing about it. */
const introduction = /^(?:人民币|合计|总计|共计|共|计|小计)?$/u;

function byFormat(format: NumberFormat, stored: string, target: FormCell): ShownNumber {
  const { power, before, after, shows } = format;
  // Of a negative number the sign or the brackets belong to its format.
  const isNegative = stored.startsWith('-');
  const lead = before
    .replace(/[\s:：(（)）]+$/u, '')
    .replace(isNegative ? /[-−–－]\s*/u : /$/u, '')
    .trim();
  // Our mark, which behind digits is taken off too. Before those of a negative number it may be its sign.
  const currency = withoutCurrency(isNegative ? lead : withoutOurSigns(lead), stored, target);
  const told = withoutOurSigns(after.replace(/[*_]/g, '').replace(isNegative ? /^\s*[)）]/u : /^$/u, ''));
  const tail = readTail(withoutCurrency(told, stored, target).rest, target);
  const leading = unitAtEnd(currency.rest, target);
  const unit = tail?.unit ?? leading.unit;
  const says = introduction.test(currency.rest) || (leading.unit !== null && leading.rest === '');
  // Words that say something else than a unit: 美元, 第…号.
  const isUnclear = (currency.isUnclear && tail?.unit == null) || !tail || !says;
  return {
    stored,
    power,
    unit,
    text: `${before}${digitsShown(format, stored)}${after}`.trim(),
    shows: shows === 'number' && isUnclear ? 'other' : shows,
    ...(format.inNumerals && { inNumerals: true as const }),
  };
}

/** No office's fees are so few yuan that their 万元 are a whole number of it. */
const surelyYuan = 1_000;

/**
 * The sign ¥ before a number of 万元 may come from a menu or mean yuan: with more decimals than a yuan has, or a
 * small number, it does not.
 */
function withoutCurrency(
  text: string,
  stored: string,
  { column }: FormCell,
): { rest: string; isUnclear: boolean } {
  const rest = text.replace(/^[+\-−]?\s*[¥￥]\s*|[¥￥]\s*$/u, (sign) => (/[-−]/.test(sign) ? '-' : ''));
  if (rest === text || /元/u.test(text) || column.quantity !== 'money') return { rest, isUnclear: false };
  const decimals = stored.split('.')[1]?.length ?? 0;
  return { rest, isUnclear: decimals <= 2 && Math.abs(Number(stored)) >= surelyYuan };
}

function isSameSign(stored: string, shown: string): boolean {
  return stored.startsWith('-') || !/^\s*[-−－]/u.test(shown) || Number(stored) === 0;
}

function digitsShown({ power, decimals, shows }: NumberFormat, stored: string): string {
  if (shows === 'nothing' || shows === 'other') return '';
  const digits = shiftPoint(stored, shows === 'percent' ? 2 : -power);
  return decimals === null ? digits : Number(digits).toFixed(Math.min(decimals, 20));
}

/** By which power of ten the stored number was divided before it was rounded to the one that is shown. */
function powerBetween(stored: string, shown: string): number | null {
  if (isRounded(stored, shown, 0)) return 0;
  if (/^[+-]?[0.]*$/.test(shown)) return null;
  for (let power = 1; power <= mostPower; power += 1) if (isRounded(stored, shown, power)) return power;
  return null;
}

/** True when the number, divided by the power of ten, rounds to what is shown. */
function isRounded(stored: string, shown: string, power: number): boolean {
  const number = scaled(stored);
  const rounded = scaled(shown);
  const more = rounded.decimals - number.decimals - power;
  const unit = 10n ** BigInt(Math.max(0, -more));
  const difference = number.size * 10n ** BigInt(Math.max(0, more)) - rounded.size * unit;
  return 2n * (difference < 0n ? -difference : difference) <= (unit === 1n ? 0n : unit);
}

/** The size of a plain decimal, without sign and point. */
function scaled(decimal: string): { size: bigint; decimals: number } {
  const [whole = '', fraction = ''] = decimal.replace(/^[+-]/, '').split('.');
  return { size: BigInt(whole + fraction), decimals: fraction.length };
}
