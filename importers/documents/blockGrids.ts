import type { Limits } from '../files/limits.js';
import { tooManyCells, tooManySheets, tooMuchText } from '../files/overLimit.js';
import { rowPlaceCell, type Grid, type GridCell, type GridRow, type MergedDown } from '../reading/grid.js';
import { wholeText } from '../../src/text/wholeText.js';
import type { Block, Paragraph, TableBlock } from './blocks.js';

/** A document as grids: one for each table, and one for the text before, between and behind them. */
export function blockGrids(blocks: readonly Block[], limits: Limits): Grid[] {
  const count = counter(limits);
  const grids: Grid[] = [];
  let text: Paragraph[] = [];
  const endText = (): void => {
    const grid = textGrid(text);
    text = [];
    if (grid.rows.length > 0) grids.push(grid);
  };
  let tables = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      count(block.text);
      text.push(block);
      continue;
    }
    endText();
    tables += 1;
    if (tables > limits.sheets) throw tooManySheets(limits);
    for (const row of block.rows) for (const cell of row.cells) count(cell.text);
    const grid = tableGrid(block, `表${tables}`);
    if (grid.rows.length > 0) grids.push(grid);
  }
  endText();
  return grids;
}

function counter(limits: Limits): (text: string) => void {
  let cells = 0;
  let characters = 0;
  return (text) => {
    if (text === '' || text.trim() === '') return;
    cells += 1;
    characters += text.length;
    if (cells > limits.filledCells) throw tooManyCells(limits);
    if (characters > limits.textCharacters) throw tooMuchText(limits);
  };
}

/** Lines of text. Tabs part cells, as in a text that was copied from a table. */
function textGrid(paragraphs: readonly Paragraph[]): Grid {
  const rows: GridRow[] = [];
  const places: string[] = [];
  for (const { text, place } of paragraphs)
    for (const line of linesOf(text)) {
      const fields = wholeText(line).trim().split('\t');
      const cells: GridCell[] = [];
      for (const [column, field] of fields.entries())
        put(cells, { column, lastColumn: column, at: place, text: field.trim(), number: null });
      const width = fields.length > 1 ? fields.length : null;
      if (cells.length > 0) rows.push({ row: places.length, cells, width });
      places.push(place);
    }
  return { name: null, kind: 'text', hidden: false, rows, hiddenColumns: [], places };
}

const lineEnd = /[\n\u2028\u2029]/;

function linesOf(text: string): readonly string[] {
  return lineEnd.test(text) ? text.split(lineEnd) : [text];
}

function tableGrid({ rows }: TableBlock, name: string): Grid {
  const filled: GridRow[] = [];
  for (const [row, { cells, place, hidden }] of rows.entries()) {
    const own: GridCell[] = [];
    for (const { text, column, lastColumn } of cells)
      if (text !== '')
        put(own, {
          column,
          lastColumn,
          at: rowPlaceCell(place, column),
          text: wholeText(text).trim(),
          number: null,
        });
    const filledRow = { row, cells: own, width: null };
    if (own.length > 0) filled.push(hidden ? { ...filledRow, hidden } : filledRow);
  }
  return {
    name,
    kind: 'sheet',
    hidden: false,
    hiddenColumns: [],
    places: rows.map(({ place }) => place),
    rows: filled,
    ...mergedAreas(rows),
  };
}

const none: readonly number[] = [];

/** Cells that reach down, by the rows that they cover. */
function mergedAreas(rows: TableBlock['rows']): { mergedDown?: readonly MergedDown[] } {
  const areas: MergedDown[] = [];
  let open = new Map<number, MergedDown>();
  rows.forEach(({ coveredDown = none }, row) => {
    if (coveredDown.length === 0 && open.size === 0) return;
    const reaching = new Map<number, MergedDown>();
    for (const column of coveredDown)
      reaching.set(column, { row: row - 1, column, ...open.get(column), lastRow: row });
    for (const [column, area] of open) if (!reaching.has(column)) areas.push(area);
    open = reaching;
  });
  const all = [...areas, ...open.values()];
  return all.length === 0 ? {} : { mergedDown: all };
}

/** Blank ones are left out. */
function put(cells: GridCell[], cell: GridCell): void {
  if (cell.text !== '') cells.push(cell);
}
