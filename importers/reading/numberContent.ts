import { plainDecimal } from '../draft/plainDecimal.js';
import type { GridCell } from './grid.js';
import { isDateFormat } from './spreadsheetFormats.js';

export type NumberContent = Pick<GridCell, 'text' | 'number' | 'serial' | 'format'>;

/** A general format shows eleven characters at most; what is shorter is shown as it is. */
const longestGeneral = 11;
const whole = /^\d{1,15}$/;

/** ;;; and 0;-0;0; show no text. */
export function hidesText(code: string): boolean {
  return /^[^;]*;[^;]*;[^;]*;\s*$/.test(code);
}

/**
 * A stored number with the code of its format and what that shows. A date is what it displays; its number is no
 * figure anybody filled in.
 */
export function numberContent(value: number, code: string, render: () => string | null): NumberContent {
  const number = plainDecimal(value);
  if (code === 'General' ? number.length <= longestGeneral : code === '0' && whole.test(number))
    return { text: number, number };
  // No date is negative.
  if (code !== 'General' && isDateFormat(code))
    return { text: render() || '########', number: null, serial: number };
  const text = render() ?? number;
  return code === 'General' && text === number ? { text, number } : { text, number, format: code };
}
