import type exceljs from 'exceljs';
import type { PrintedForm } from './printedForm.js';
import type { CellKind } from './printedCell.js';
import { textLines } from './textWidth.js';

/** Fifteen such columns fill an upright A4 page. In digits, as spreadsheets measure. */
export const columnWidth = 6.5;

/** In points. */
const lineHeight = 16;
const leastHeight: Readonly<Partial<Record<CellKind, number>>> = { title: 34, section: 22 };
/** Room to write where a section of prose is still empty. */
const emptyProseHeight = 72;

/** Makes every line of the sheet as high as its longest text. Merged cells do not do that by themselves. */
export function setRowHeights(sheet: exceljs.Worksheet, printed: PrintedForm): void {
  const heights = Array.from({ length: printed.rows }, () => lineHeight + 1);
  for (const { row, lastRow, column, lastColumn, kind, text } of printed.cells) {
    // A group heading is beside many rows: it has room.
    if (kind === 'group') continue;
    const lines = textLines(text, columnWidth * (lastColumn - column + 1));
    const isEmptyProse = kind === 'prose' && text === '';
    const height = isEmptyProse ? emptyProseHeight : Math.max(leastHeight[kind] ?? 0, lineHeight * lines + 1);
    for (let line = row; line <= lastRow; line++)
      heights[line] = Math.max(heights[line] ?? 0, height / (lastRow - row + 1));
  }
  heights.forEach((height, row) => (sheet.getRow(row + 1).height = height));
}
