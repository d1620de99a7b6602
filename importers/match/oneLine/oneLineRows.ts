import type { Table } from '../../../src/forms/form.js';
import { looksLikeValue } from '../../draft/readNumber.js';
import type { Line } from '../line.js';
import type { OneLine } from './oneLineTokens.js';

/**
 * The values of each row of the form on a line of their own, all below the first columns of the head. undefined
 * unless there are as many lines as rows and each has all its values.
 */
export function oneLineRows({ rows, columns }: Table, lines: readonly Line[]): OneLine | undefined {
  const [first] = lines;
  if (!first || lines.length !== rows.length) return undefined;
  const isWhole = lines.every(
    ({ cells, spaced }) =>
      !spaced &&
      cells.length === columns.length &&
      cells.every((cell, index) => looksLikeValue(cell) && cell.column === first.cells[index]?.column),
  );
  if (!isWhole) return undefined;
  const all = lines.flatMap(({ cells }) => cells);
  return { line: first, columns: all.map(({ column }) => column), cells: all, isAmbiguous: false };
}
