import { joinParts } from './joinParts.js';
import type { Block, TableCell, TableRow } from '../blocks.js';
import { rowPlaceCell } from '../../reading/grid.js';
import type { Notice, PlacedNotice } from '../notices.js';
import type { WordBlock, WordRow, WordTable } from './wordBlocks.js';

/** What a Word document says, each part with the place where a person finds it. */
export interface DocumentBlocks {
  readonly blocks: readonly Block[];
  readonly notices: readonly PlacedNotice[];
}

export function documentBlocks(read: readonly WordBlock[]): DocumentBlocks {
  const blocks: Block[] = [];
  const notices: PlacedNotice[] = [];
  let paragraphs = 0;
  let tables = 0;
  const tell = (found: readonly Notice[], place: string): void => {
    for (const notice of found) notices.push({ ...notice, place });
  };
  const put = (all: readonly WordBlock[]): void => {
    for (const block of all) {
      if (block.kind === 'table') putTable(block);
      else {
        const isBlank = block.text.trim() === '';
        if (!isBlank) paragraphs += 1;
        const place = `第${Math.max(1, paragraphs)}段`;
        tell(block.notices, place);
        if (!isBlank) blocks.push({ kind: 'paragraph', text: block.text, place });
      }
    }
  };
  const putTable = (table: WordTable): void => {
    // A frame around text, drawn as a table of one column.
    if (table.rows.every(({ cells }) => cells.length <= 1)) {
      for (const { cells, hidden } of table.rows) if (!hidden) put(cells.flatMap((cell) => cell.blocks));
      return;
    }
    const columns = columnsOf(table);
    const rows: TableRow[] = [];
    for (const count of table.parts ?? [table.rows.length]) {
      tables += 1;
      const part = table.rows.slice(rows.length, rows.length + count);
      for (const [index, row] of part.entries())
        rows.push(placedRow(row, `表${tables} R${index + 1}`, columns, tell));
    }
    blocks.push({ kind: 'table', rows });
    for (const { cells } of table.rows)
      for (const { blocks: within } of cells) for (const block of within) if (isNested(block)) put([block]);
  };
  put(joinParts(read));
  return { blocks, notices };
}

/** Columns count only where some cell begins: programs draw finer grids than anybody sees. By the column of the grid. */
function columnsOf({ rows }: WordTable): readonly number[] {
  const begins: true[] = [];
  let width = 0;
  for (const { cells } of rows)
    for (const { column, lastColumn } of cells) {
      begins[column] = true;
      width = Math.max(width, lastColumn + 1);
    }
  const columns: number[] = [];
  let last = -1;
  for (let column = 0; column < width; column++) columns.push(begins[column] ? (last += 1) : last);
  return columns;
}

function placedRow(
  { cells, hidden, changes }: WordRow,
  place: string,
  columns: readonly number[],
  tell: (notices: readonly Notice[], place: string) => void,
): TableRow {
  const shown: TableCell[] = [];
  const coveredDown: number[] = [];
  if (changes) tell(changes, place);
  for (const { column: begins, lastColumn: ends, isCovered, blocks } of cells) {
    const column = columns[begins] ?? 0;
    const text = textOf(blocks);
    for (const block of blocks) {
      const notices = noticesOf(block);
      if (notices.length > 0) tell(notices, rowPlaceCell(place, column));
    }
    if (!hidden && !isCovered) {
      shown.push({ column, lastColumn: columns[ends] ?? column, text });
      continue;
    }
    if (text !== '') tell([{ kind: hidden ? 'hidden' : 'covered', text }], rowPlaceCell(place, column));
    const isWithin = (shown.at(-1)?.lastColumn ?? -1) >= column;
    if (!hidden && !isWithin) coveredDown.push(column);
  }
  return coveredDown.length > 0 ? { place, cells: shown, coveredDown } : { place, cells: shown };
}

/** A table of one cell within a cell is only a frame around its text. */
function isNested(block: WordBlock): boolean {
  return block.kind === 'table' && !isFrame(block);
}

function isFrame({ rows }: WordTable): boolean {
  return rows.reduce((count, { cells }) => count + cells.length, 0) <= 1;
}

function textOf(blocks: readonly WordBlock[]): string {
  const [only] = blocks;
  if (!only) return '';
  if (blocks.length === 1 && only.kind === 'paragraph') return only.text.trim() === '' ? '' : only.text;
  return blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      return isFrame(block)
        ? block.rows.flatMap(({ cells }) => cells.map((cell) => textOf(cell.blocks)))
        : [];
    })
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function noticesOf(block: WordBlock): readonly Notice[] {
  if (block.kind === 'paragraph') return block.notices;
  return isFrame(block)
    ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(noticesOf)))
    : [];
}
