import type { CellKey } from '../../../src/cells.js';
import type { Form } from '../../../src/forms/form.js';

/** The cells as they stand on the page: lines from top to bottom, each from left to right. */
export function cellLines(form: Form): CellKey[][] {
  return form.sections.flatMap(({ tables }) =>
    tables.flatMap(({ id, printed, rows, columns }) => {
      const lines = rows.map((row) => columns.map((column): CellKey => `${id}.${row.id}.${column.id}`));
      return printed === 'oneLine' ? [lines.flat()] : lines;
    }),
  );
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The cell beside another one; undefined at the edge of the form. */
export function cellBeside(
  lines: readonly CellKey[][],
  key: CellKey,
  direction: Direction,
): CellKey | undefined {
  const row = lines.findIndex((line) => line.includes(key));
  const column = lines[row]?.indexOf(key) ?? -1;
  switch (direction) {
    case 'left':
      return lines[row]?.[column - 1];
    case 'right':
      return lines[row]?.[column + 1];
    case 'up':
    case 'down': {
      const line = lines[direction === 'up' ? row - 1 : row + 1];
      return line?.[Math.min(column, line.length - 1)];
    }
  }
}
