/** How the cells of a grid were told apart. `spaced` is flattened text: only spaces separate what is left. */
export type GridKind = 'sheet' | 'delimited' | 'text';

/** Why a text that stands in a cell is no part of what the cell says. */
export type LeftOut = 'superscript' | 'subscript' | 'struck' | 'hidden';

/** One filled cell of a file, before anything is understood. */
export interface GridCell {
  /** Zero-based. */
  readonly column: number;
  /** Where a person finds it: `年报!J12`, `J12`, `第57行`. */
  readonly at: string;
  /** As displayed, e.g. 3,525 or 53.6318 万元. */
  readonly text: string;
  /** A number cell's value at 15 significant digits as a plain decimal string; null for text. */
  readonly number: string | null;
  /** Set in a date or time, whose `number` is null: the days by which the file counts it, likewise. */
  readonly serial?: string;
  /** Set when the cell holds no usable value. `text` then is the formula or the error as written. */
  readonly fault?: 'FORMULA_NOT_CALCULATED' | 'CELL_ERROR';
  /** What else stands in the cell and was not read: a footnote mark, a text struck out or hidden. */
  readonly leftOut?: readonly LeftOut[];
  /**
   * The code of the number format that shows the number, where that is certain. Without it, a number whose
   * text is another one is judged by what the text shows.
   */
  readonly format?: string;
  /** The last column a merged area covers; the cell's own column when it is not merged. */
  readonly lastColumn: number;
}

export interface GridRow {
  /** Zero-based line of the sheet or file. */
  readonly row: number;
  /** Filled cells from left to right. Blank cells, styled or not, are left out. */
  readonly cells: readonly GridCell[];
  /** How many fields the line has in a delimited file; null in a sheet, whose rows have no end. */
  readonly width: number | null;
  readonly hidden?: true;
}

/** A merged area of several rows, zero-based. */
export interface MergedDown {
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
}

/** A sheet of a workbook, a CSV or a plain text. Rows without any filled cell are left out. */
export interface Grid {
  /** The sheet name; null where the file has no sheets. */
  readonly name: string | null;
  readonly kind: GridKind;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly hiddenColumns: readonly number[];
  /** Merged areas of several rows: what their first cell says stands for all of them. */
  readonly mergedDown?: readonly MergedDown[];
  /** The workbook counts its days from 1904: so do the `serial` of its cells. */
  readonly from1904?: true;
  /** Where a person finds each row of a document, blank ones too: `第2页 表3 R5`. */
  readonly places?: readonly string[];
}

/** `J12`: the address people see, from zero-based indices. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The address of any cell of a grid, blank or not. */
export function addressIn(grid: Grid, row: number, column: number): string {
  const place = grid.places?.[row] ?? grid.places?.at(-1);
  if (place !== undefined) return grid.kind === 'text' ? place : rowPlaceCell(place, column);
  if (grid.kind === 'text') return `第${row + 1}行`;
  return grid.name === null ? address(row, column) : `${grid.name}!${address(row, column)}`;
}

/** `表3 R5C4`: a cell of a document's table, from the place of its row. */
export function rowPlaceCell(place: string, column: number): string {
  return place + (columnNames[column] ?? `C${column + 1}`);
}

/** Of as many columns as a statutory table has, and some more. */
const columnNames = Array.from({ length: 32 }, (_, column) => `C${column + 1}`);

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
