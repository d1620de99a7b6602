import type exceljs from 'exceljs';
import { address } from '../../../importers/reading/grid.js';
import { findCell } from '../../cells.js';
import type { Form, Quantity } from '../../forms/form.js';
import type { PrintedForm } from './printedForm.js';
import type { PrintedCell } from './printedCell.js';

/** exceljs can write one validation for a range; its types leave that out. */
export interface WithRangeValidations {
  readonly dataValidations: { add(range: string, validation: exceljs.DataValidation): void };
}

/** What may be typed for each kind of number, said before and after. */
const allowed: Readonly<Record<Quantity, exceljs.DataValidation>> = {
  count: {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '不是件数',
    error: '请填不小于 0 的整数；没有的填 0。',
    showInputMessage: true,
    promptTitle: '件数',
    prompt: '不小于 0 的整数；没有的填 0，不要空着。',
  },
  change: {
    type: 'whole',
    operator: 'between',
    formulae: [-999999999, 999999999],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '不是整数',
    error: '请填整数，减少的填负数。',
    showInputMessage: true,
    promptTitle: '增/减',
    prompt: '整数；减少的填负数，没有变化填 0。',
  },
  money: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '不是金额',
    error: '请按万元填写，不小于 0；没有的填 0。',
    showInputMessage: true,
    promptTitle: '单位：万元',
    prompt: '按万元填写，保留 4 位小数。例如 251000 元填 25.1。',
  },
};

/** One validation for each rectangle of cells of a kind: given cell by cell they would overlap. */
export function addValidations(sheet: exceljs.Worksheet, form: Form, printed: PrintedForm): void {
  if (!hasRangeValidations(sheet)) throw new Error('exceljs no longer takes validations by range');
  for (const { quantity, range } of validatedRanges(form, printed))
    sheet.dataValidations.add(range, allowed[quantity]);
}

/** Rectangles of neighbouring value cells of the same kind, line by line and then downward. */
export function validatedRanges(form: Form, printed: PrintedForm): { quantity: Quantity; range: string }[] {
  const values = printed.cells.filter(({ kind }) => kind === 'value');
  const boxes: { quantity: Quantity; row: number; lastRow: number; column: number; lastColumn: number }[] =
    [];
  for (const cell of [...values].sort(inReadingOrder)) {
    const quantity = findCell(form, cell.key ?? '')?.column.quantity ?? 'count';
    const left = boxes.find(
      (box) =>
        box.quantity === quantity &&
        box.row === cell.row &&
        box.lastRow === cell.row &&
        box.lastColumn + 1 === cell.column,
    );
    if (left) left.lastColumn = cell.lastColumn;
    else
      boxes.push({
        quantity,
        row: cell.row,
        lastRow: cell.row,
        column: cell.column,
        lastColumn: cell.lastColumn,
      });
  }
  const merged: typeof boxes = [];
  for (const box of boxes) {
    const above = merged.find(
      (other) =>
        other.quantity === box.quantity &&
        other.lastRow + 1 === box.row &&
        other.column === box.column &&
        other.lastColumn === box.lastColumn,
    );
    if (above) above.lastRow = box.lastRow;
    else merged.push({ ...box });
  }
  return merged.map(({ quantity, row, lastRow, column, lastColumn }) => ({
    quantity,
    range: `${address(row, column)}:${address(lastRow, lastColumn)}`,
  }));
}

function inReadingOrder(left: PrintedCell, right: PrintedCell): number {
  return left.row - right.row || left.column - right.column;
}

export function hasRangeValidations(
  sheet: exceljs.Worksheet,
): sheet is exceljs.Worksheet & WithRangeValidations {
  return 'dataValidations' in sheet;
}
