import { wholeText } from '../../src/text/wholeText.js';
import { address, type Grid, type GridCell, type GridRow, type MergedDown } from '../reading/grid.js';
import { attributeOf, isElement, outermost, type PageElement } from './pageNodes.js';
import type { StyleOf } from './pageStyles.js';
import { leftOutBy, shownText } from './shownText.js';
import { storedNumber } from './storedNumber.js';

const cellNames: ReadonlySet<string> = new Set(['td', 'th']);
/** As browsers do: wider cells are cut, taller ones end with the table. */
const widest = 1_000;
const tallest = 65_534;
/** No sheet is wider; rows of cells that push each other aside would grow without end. */
const lastColumn = 16_383;

/** A row with the place of each of its cells: cells above may reach down into it. */
interface PlacedCell {
  readonly cell: PageElement;
  readonly column: number;
  readonly span: number;
  /** The last row that it reaches down into. */
  readonly lastRow: number;
}

/** The filled cells of a table, each at the place where a browser shows it. */
export function pageTable(table: PageElement, name: string | null, styleOf: StyleOf): Grid {
  const rows: GridRow[] = [];
  const reaching = new Map<number, number>();
  const mergedDown: MergedDown[] = [];
  rowsOf(table).forEach(({ element, cells }, row) => {
    const hidden = leftOutBy(element, styleOf) === 'hidden';
    const read: GridCell[] = [];
    for (const { cell, column, span, lastRow } of placed(cells, reaching, row, styleOf)) {
      const content = contentOf(cell, element, styleOf);
      const at = name === null ? address(row, column) : `${name}!${address(row, column)}`;
      if (content && !hidden && lastRow > row) mergedDown.push({ row, lastRow, column });
      if (content && !hidden) read.push({ column, at, lastColumn: column + span - 1, ...content });
    }
    if (read.length > 0) rows.push({ row, cells: read, width: null });
  });
  return {
    ...{ name, kind: 'sheet', hidden: false, rows, hiddenColumns: [] },
    ...(mergedDown.length > 0 && { mergedDown }),
  };
}

function* placed(
  cells: readonly PageElement[],
  reaching: Map<number, number>,
  row: number,
  styleOf: StyleOf,
): Generator<PlacedCell> {
  let column = 0;
  for (const cell of cells) {
    if (leftOutBy(cell, styleOf) === 'hidden') continue;
    while ((reaching.get(column) ?? -1) >= row) column += 1;
    if (column > lastColumn) return;
    const span = Math.min(widest, spanOf(cell, 'colspan') || 1);
    const height = spanOf(cell, 'rowspan');
    const last = height === 0 ? tallest : row + Math.min(tallest, height) - 1;
    for (let covered = column; covered < column + span; covered += 1)
      reaching.set(covered, Math.max(last, reaching.get(covered) ?? -1));
    yield { cell, column, span, lastRow: last };
    column += span;
  }
}

/** Digits count as far as they go, as in a browser: `3px` is 3, `many` is 1. */
function spanOf(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const digits = /^\s*\+?(\d+)/.exec(attributeOf(cell, name) ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits.slice(0, 9));
}

type Content = Omit<GridCell, 'column' | 'at' | 'lastColumn'>;

/** What a spreadsheet program shows in place of a number that it could not calculate. */
const error = /^(?:#[A-Z/0]+[!?]?|Err:\d+)$/i;

function contentOf(cell: PageElement, row: PageElement, styleOf: StyleOf): Content | null {
  const struck = [cell, row].some((element) => styleOf(element).struck);
  const { text: shown, leftOut } = shownText(cell, styleOf);
  const text = struck ? '' : wholeText(shown);
  const stored = struck ? null : storedNumber(cell, text);
  const told = struck && shown !== '' ? [...leftOut, 'struck' as const] : leftOut;
  const isError = stored !== null && error.test(text.trim());
  // The number of what is struck out or hidden as a whole is not there either.
  const number = isError || (text.trim() === '' && told.length > 0) ? null : stored;
  if (text.trim() === '' && number === null && told.length === 0) return null;
  return {
    text: text.trim() === '' ? '' : text,
    number,
    ...(isError && { fault: 'CELL_ERROR' as const }),
    ...(told.length > 0 && { leftOut: told }),
  };
}

/** The rows of a table itself, in the order of the page; those of tables inside it are not among them. */
function rowsOf(table: PageElement): { element: PageElement; cells: PageElement[] }[] {
  return outermost(table, new Set(['tr', 'table']))
    .filter(({ tagName }) => tagName === 'tr')
    .map((element) => ({
      element,
      cells: element.childNodes.filter(isElement).filter(({ tagName }) => cellNames.has(tagName)),
    }));
}
