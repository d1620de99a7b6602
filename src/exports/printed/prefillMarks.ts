import type exceljs from 'exceljs';
import { findCell, type Values } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { cellNote } from '../annotated/cellNote.js';
import type { PrintedForm } from './printedForm.js';

/** What a cell that was filled in from last year's report says. */
export const prefilledNote = '来自上年报告，请核对。';
const lightGreen = 'FFE2F0D9';

/** Values taken from last year's report stand out, on paper by their slant, until somebody has looked at them. */
export function markPrefilled(
  sheet: exceljs.Worksheet,
  form: Form,
  printed: PrintedForm,
  prefilled: Values,
): void {
  for (const { row, column, lastColumn, key } of printed.cells) {
    const target = key === undefined ? undefined : findCell(form, key);
    if (!target || prefilled[target.position] == null) continue;
    for (let each = column; each <= lastColumn; each++) {
      const cell = sheet.getCell(row + 1, each + 1);
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: lightGreen } };
      cell.font = { ...cell.font, italic: true };
    }
    sheet.getCell(row + 1, column + 1).note = cellNote(prefilledNote);
  }
}
