import { textWidth } from '../printed/textWidth.js';
import type { PrintedTable } from './printedDocument.js';

/** Points that a cell keeps free at both sides together. */
const padding = 6;
/** How wide a digit is, as part of its size, in the fonts used. */
const digitWidth = 0.56;

/**
 * The size, in points, of the numbers of each column, at which every one of them stands on one line: a number
 * that is wider than its cell would be cut in two, and be read as two. By the column in which a cell begins.
 */
export function sizesOfNumbers(
  table: PrintedTable,
  width: number,
  usual: number,
): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { kind, text, column, lastColumn } of table.cells) {
    if (kind !== 'value' || text === '') continue;
    const room = (width / table.columns) * (lastColumn - column + 1) - padding;
    const size = room / (textWidth(text) * digitWidth);
    sizes.set(column, Math.min(usual, size, sizes.get(column) ?? usual));
  }
  return sizes;
}
