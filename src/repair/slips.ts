import { formatValue, type FormCell, type Values } from '../cells.js';

/** How a person errs, likeliest first; the words go into the message of the repair. */
const slips = ['lost', 'digits', 'neighbour', 'sign', 'other'] as const;
export type Slip = (typeof slips)[number];

export const slipWords: Readonly<Record<Slip, string>> = {
  lost: '缺数',
  digits: '可能是错、漏、重、颠倒了一位数字',
  neighbour: '可能误填了相邻一格的数',
  sign: '可能是正负号写反',
  other: '',
};

/** What slip of the pen or the keyboard turns the right value into the written one. */
export function slipOf(cell: FormCell, values: Values, right: bigint): Slip {
  const written = values[cell.position] ?? null;
  if (written === null) return 'lost';
  if (written === -right) return 'sign';
  const [from, to] = [formatValue(cell.column, written), formatValue(cell.column, right)];
  if (isDigitSlip(from, to)) return 'digits';
  const neighbours = [values[cell.position - 1], values[cell.position + 1]];
  return written !== 0n && neighbours.includes(written) ? 'neighbour' : 'other';
}

/** Smaller is likelier. Among unexplained changes the smaller one is. */
export function improbability(cell: FormCell, values: Values, right: bigint): number {
  const written = values[cell.position] ?? 0n;
  const distance = written < right ? right - written : written - right;
  return slips.indexOf(slipOf(cell, values, right)) * 100 + Math.min(99, distance.toString().length);
}

/** Two digits swapped, one dropped, doubled or mistyped. */
export function isDigitSlip(written: string, right: string): boolean {
  if (written === right) return false;
  if (Math.abs(written.length - right.length) > 1) return false;
  let start = 0;
  while (start < Math.min(written.length, right.length) && written[start] === right[start]) start++;
  let end = 0;
  while (
    end < Math.min(written.length, right.length) - start &&
    written[written.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  const [wrong, meant] = [written.slice(start, written.length - end), right.slice(start, right.length - end)];
  if (wrong.length <= 1 && meant.length <= 1) return written.length > 1 || right.length > 1;
  return wrong.length === 2 && wrong === [...meant].reverse().join('');
}
