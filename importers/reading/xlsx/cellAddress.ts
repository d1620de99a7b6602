import { NotUnderstood } from './NotUnderstood.js';

/** The largest sheet a spreadsheet program can hold. */
const rows = 1_048_576;
const columns = 16_384;

export interface CellAddress {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
}

/** `J12` */
export function cellAddress(text: string): CellAddress {
  let column = 0;
  let at = 0;
  for (; at < 3; at += 1) {
    const letter = text.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  const row = at > 0 && /^\d{1,7}$/.test(text.slice(at)) ? Number(text.slice(at)) : 0;
  if (row < 1 || row > rows || column > columns) throw new NotUnderstood(`the address ${text}`);
  return { row: row - 1, column: column - 1 };
}

/** The number of a row, `12`, from zero. */
export function rowNumber(text: string): number {
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (row < 1 || row > rows) throw new NotUnderstood(`row ${text}`);
  return row - 1;
}

/** The number of a column, `10`, from zero. What lies past the last one counts as the last. */
export function columnNumber(text: string | undefined): number {
  const column = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (column < 1) throw new NotUnderstood(`column ${text}`);
  return Math.min(column, columns) - 1;
}
