import type exceljs from 'exceljs';
import type { CellKey } from '../../cells.js';
import { severityMarks, type Mark } from './annotatedMarks.js';
import { cellNote } from './cellNote.js';
import type { PrintedForm } from '../printed/printedForm.js';

/** Colours and signs the faulty cells. A sign is part of the number format: the cell stays a number. */
export function markCells(
  sheet: exceljs.Worksheet,
  printed: PrintedForm,
  marks: ReadonlyMap<CellKey, Mark>,
): void {
  for (const { row, column, lastColumn, key } of printed.cells) {
    const mark = key === undefined ? undefined : marks.get(key);
    if (!mark) continue;
    const first = sheet.getCell(row + 1, column + 1);
    const style = markedStyle(first, mark);
    for (let each = column; each <= lastColumn; each++) sheet.getCell(row + 1, each + 1).style = style;
    if (mark.note !== '') first.note = cellNote(mark.note);
  }
}

/** Cells of a merged area share one style, so it is made once. */
function markedStyle({ style, value }: exceljs.Cell, { severity, isStrong }: Mark): Partial<exceljs.Style> {
  const { fill, pale, line, sign } = severityMarks[severity];
  const border = isStrong ? line : { ...line, style: 'dotted' as const };
  const marked: Partial<exceljs.Style> = {
    ...style,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: isStrong ? fill : pale } },
    border: { top: border, bottom: border, left: border, right: border },
  };
  if (!isStrong) return marked;
  const number = `${style.numFmt ?? '0'}"${sign}"`;
  // A format for texts only would turn the number that is typed over the text into a text.
  const numFmt = typeof value === 'string' ? `${number};-${number};${number};@"${sign}"` : number;
  return { ...marked, font: { ...style.font, bold: true }, numFmt };
}
