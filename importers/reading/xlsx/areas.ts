import { cellAddress } from './cellAddress.js';
import { NotUnderstood } from './NotUnderstood.js';

/** Cells of a sheet from one corner to another. */
export type Area = { readonly [side in 'top' | 'left' | 'bottom' | 'right']: number };

/** `A1:B2 D5`; what is no place of a sheet is left out. */
export function areasIn(reference: string): Area[] {
  return reference.split(/\s+/).flatMap((range) => areaOf(range) ?? []);
}

export function covers({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function areaOf(range: string): Area | null {
  try {
    const [first = '', last = first] = range.split(':');
    const [start, end] = [cellAddress(first), cellAddress(last)];
    return { top: start.row, left: start.column, bottom: end.row, right: end.column };
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
