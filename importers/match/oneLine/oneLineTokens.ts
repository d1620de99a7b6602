import { looksLikeValue } from '../../draft/readNumber.js';
import type { GridCell } from '../../reading/grid.js';
import { isNumberingRow } from '../numberingRow.js';
import type { Line } from '../line.js';

/** A table printed on one line, as 四 is: the columns of every row side by side under one head. */
export interface OneLine {
  /** The line that holds the values, or should; null when not even the head was found. */
  readonly line: Line | null;
  readonly columns: readonly (number | null)[];
  readonly cells: readonly (GridCell | null)[];
  readonly isAmbiguous: boolean;
}

/** Labels and sentences have words; between values stand only values. */
const longestToken = 20;

/**
 * The values of a table of one line in running text, where they may stand on one line, one below the other, or
 * a line for each row. All of them are there, or it cannot be told which is missing: undefined when none is.
 */
export function oneLineTokens(below: readonly Line[], size: number): OneLine | undefined {
  const found: { line: Line; cell: GridCell }[] = [];
  for (const line of below) {
    const cells = tokensOf(line);
    if (cells.length === 0 || !cells.every(looksLikeValue)) {
      if (found.length > 0) break;
    } else found.push(...cells.map((cell) => ({ line, cell })));
  }
  const [first] = found;
  if (!first) return undefined;
  const nowhere = new Array<null>(size).fill(null);
  if (found.length !== size || isNumberingRow({ cells: found.map(({ cell }) => cell) }))
    return { line: first.line, columns: nowhere, cells: nowhere, isAmbiguous: true };
  return {
    line: first.line,
    columns: found.map((_, index) => index),
    cells: found.map(({ cell }) => cell),
    isAmbiguous: false,
  };
}

function tokensOf(line: Line): readonly GridCell[] {
  const [only] = line.cells;
  if (!line.spaced || line.cells.length > 1 || !only) return line.cells;
  return only.text
    .trim()
    .split(/\s+/)
    .filter((text) => text !== '' && text.length <= longestToken)
    .map((text, column) => ({ ...only, text, column, lastColumn: column }));
}
