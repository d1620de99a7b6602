import { address, type GridCell, type GridRow } from '../grid.js';

/** A text written to CSV that a spreadsheet program would take for a formula is protected by a '. */
const protectedText = /^'(?=[=+\-@＝＋－＠\t\r])/;

const letters: string[] = [];

/** The fields of one record of a delimited file. */
export function gridRow(fields: readonly string[], row: number, prefix: string): GridRow {
  const cells: GridCell[] = [];
  const line = String(row + 1);
  for (let column = 0; column < fields.length; column += 1) {
    const field = fields[column] ?? '';
    if (field === '' || field.trim() === '') continue;
    const text = field.startsWith("'") ? field.replace(protectedText, '') : field;
    const at = prefix + lettersOf(column) + line;
    cells.push({ column, at, text, number: null, lastColumn: column });
  }
  return { row, cells, width: fields.length };
}

function lettersOf(column: number): string {
  return (letters[column] ??= address(0, column).slice(0, -1));
}
