import type { FormCell } from '../../src/cells.js';
import type { GridCell } from '../reading/grid.js';
import { numberFormat, type NumberFormat } from '../reading/numberFormat.js';
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
}

const mostPower = 12;
const unitWord = /[元十百千万亿]/u;

/** By the code of its number format where that is known, else by what the cell shows. */
export function shownNumber(cell: GridCell, stored: string, target: FormCell): ShownNumber {
  if (cell.format !== undefined) return byFormat(numberFormat(cell.format, stored), stored, target);
  const text = cell.text.trim();
  const plain = { stored, power: 0, unit: null, text, shows: 'number' as const };
  if (text === stored) return plain;
  if (text === '') return { ...plain, shows: 'nothing' };
  const written = writtenNumber(text, target);
  const power = written && powerBetween(stored, written.digits);
  if (written && power !== null) return { ...plain, power, unit: written.unit };
  if (/[%％‰]/.test(text)) return { ...plain, shows: 'percent' };
  if (/\d/.test(text)) return { ...plain, shows: 'other' };
  return { ...plain, unit: unitAtEnd(text, target).unit };
}

function byFormat(format: NumberFormat, stored: string, target: FormCell): ShownNumber {
  const { power, before, after, shows } = format;
  const tail = readTail(after.replace(/[*_]/g, ''), target);
  const unit = tail?.unit ?? unitAtEnd(before.replace(/[\s:：(（)）]+$/u, ''), target).unit;
  // A unit in words that say more than the unit.
  const isUnclear = !tail && !unit && unitWord.test(after) && target.column.quantity === 'money';
  return {
    stored,
    power,
    unit,
    text: `${before}${digitsShown(format, stored)}${after}`.trim(),
    shows: shows === 'number' && isUnclear ? 'other' : shows,
  };
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
