import type exceljs from 'exceljs';
import { address } from '../../../importers/reading/grid.js';
import type { CellKey } from '../../cells.js';
import type { PrintedForm } from '../printed/printedForm.js';
import { sheetName } from '../printed/writeWorkbook.js';

/** Where a cell of the form stands on its sheet, e.g. J12; null when it is not printed. */
export function printedAddress(printed: PrintedForm, key: CellKey): string | null {
  const cell = printed.cells.find((candidate) => candidate.key === key);
  return cell ? address(cell.row, cell.column) : null;
}

/** A formula, because WPS does not follow the links that can be written otherwise. */
export function linkTo(printed: PrintedForm, key: CellKey): exceljs.CellValue {
  const place = printedAddress(printed, key);
  return place === null ? '' : { formula: `HYPERLINK("#${sheetName}!${place}","${place}")`, result: place };
}
