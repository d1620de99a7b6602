import type { GridCell, GridRow } from '../reading/grid.js';
import { fieldText } from '../reading/delimited.js';
import { lettersOf } from '../reading/packPlaces.js';

/** The fields of one record of a delimited file. */
export function gridRow(fields: readonly string[], row: number, prefix: string): GridRow {
  const cells: GridCell[] = [];
  for (let column = 0; column < fields.length; column += 1) {
    const field = fields[column] ?? '';
    if (field === '' || field.trim() === '') continue;
    cells.push(new Field(column, fieldText(field), row, prefix));
  }
  return { row, cells, width: fields.length };
}

/** A cell that is told where it stands only when somebody asks: there are millions. */
class Field implements GridCell {
  constructor(
    readonly column: number,
    readonly text: string,
    private readonly row: number,
    private readonly prefix: string,
  ) {}

  get at(): string {
    return `${this.prefix}${lettersOf(this.column)}${this.row + 1}`;
  }

  get number(): null {
    return null;
  }

  get lastColumn(): number {
    return this.column;
  }
}
