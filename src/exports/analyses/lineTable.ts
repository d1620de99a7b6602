import type { PrintedCell } from '../printed/printedCell.js';
import type { PrintedTable } from '../documents/printedDocument.js';

/** One column of a table: how much of the line it takes, beside the others. */
export interface LineColumn {
  readonly text: string;
  readonly width: number;
}

/** A table with one line of heads and a label at the beginning of each line. */
export function lineTable(
  caption: string,
  columns: readonly LineColumn[],
  lines: readonly (readonly (string | null)[])[],
): PrintedTable {
  const starts: number[] = [];
  let total = 0;
  for (const { width } of columns) {
    starts.push(total);
    total += width;
  }
  const place = (index: number) => ({
    column: starts[index] ?? 0,
    lastColumn: (starts[index] ?? 0) + (columns[index]?.width ?? 1) - 1,
  });
  const cells = [
    ...columns.map(({ text }, index): PrintedCell => ({
      ...place(index),
      row: 0,
      lastRow: 0,
      kind: 'head',
      text,
    })),
    ...lines.flatMap((line, row) =>
      line.map((text, index): PrintedCell => ({
        ...place(index),
        row: row + 1,
        lastRow: row + 1,
        kind: index === 0 ? 'label' : 'value',
        text: text ?? unknown,
      })),
    ),
  ];
  return { caption, columns: total, rows: lines.length + 1, headRows: 1, cells };
}

/** Where there is no number: an empty cell would look like one that was forgotten. */
const unknown = '—';
