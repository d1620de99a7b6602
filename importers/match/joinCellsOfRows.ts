import { tablesOf } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { looksLikeValue } from '../draft/readNumber.js';
import type { Line } from './line.js';

/** A letter that is no unit: 3.其他 begins as a number does. */
const words = /(?![件项元万亿])\p{L}/u;

/** So many numbers alone on their lines are a table that was copied as text, a cell a line; fewer are page numbers. */
const fewest = 30;

/**
 * A table copied out of a document as plain text has each cell on a line of its own: a label and the numbers below
 * it are one row. As no blank cell leaves a trace, the row is read only when it has all its values.
 */
export function joinCellsOfRows(lines: readonly Line[], form: Form): readonly Line[] {
  if (lines.filter(isLoneValue).length < fewest) return lines;
  const longest = Math.max(
    ...tablesOf(form).map(({ printed, columns }) => (printed === 'rows' ? columns.length : 0)),
  );
  const joined: Line[] = [];
  for (let index = 0; index < lines.length;) {
    const label = lines[index++];
    if (!label) break;
    const end = lines.findIndex((line, at) => at >= index && !isLoneValue(line));
    const values = lines.slice(index, end < 0 ? lines.length : end);
    if (!isLone(label) || values.length === 0 || values.length > longest) {
      joined.push(label);
      continue;
    }
    const cells = [label, ...values].flatMap((line) => line.cells);
    joined.push({
      ...label,
      cells: cells.map((cell, column) => ({ ...cell, column, lastColumn: column })),
      spaced: true,
    });
    index += values.length;
  }
  return joined;
}

function isLone({ grid, cells }: Line): boolean {
  return grid.kind === 'text' && cells.length === 1;
}

function isLoneValue(line: Line): boolean {
  const [cell] = line.cells;
  return isLone(line) && cell !== undefined && looksLikeValue(cell) && !words.test(cell.text);
}
