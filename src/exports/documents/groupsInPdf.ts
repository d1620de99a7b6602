import { spanOf, type PrintedTable } from './printedDocument.js';

/** Of the text in tables, in points. */
export const tableSize = 9;

/**
 * A cell that spans rows is drawn in one go where it begins: over a page break its text would run out of the table.
 * So the label of a group is drawn a line a row, without a border between.
 */
export function withGroups(
  body: object[][],
  table: PrintedTable,
  roomOf: (columns: number) => number,
): object[][] {
  for (const cell of table.cells) {
    const { columns, rows } = spanOf(cell);
    if (cell.kind !== 'group' || rows === 1) continue;
    const lines = piecesOf(cell.text, Math.max(1, Math.floor(roomOf(columns) / tableSize)));
    if (lines.length > rows) continue;
    const first = Math.floor((rows - lines.length) / 2);
    for (let row = 0; row < rows; row++) {
      const line = body[cell.row + row];
      if (!line) continue;
      line[cell.column] = {
        text: lines[row - first] ?? '',
        colSpan: columns,
        fontSize: tableSize,
        lineHeight: 1.1,
        alignment: 'center',
        noWrap: true,
        border: [true, row === 0, true, row === rows - 1],
      };
    }
  }
  return body;
}

function piecesOf(text: string, length: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, index) =>
    characters.slice(index * length, (index + 1) * length).join(''),
  );
}
