import * as XLSX from '@e965/xlsx';
import type { Grid } from './grid.js';
import type { Limits } from '../files/limits.js';
import { tooManyCells, tooManySheets, tooMuchText } from '../files/overLimit.js';
import { RefusedFile } from '../files/refusedFile.js';
import { wholeText } from '../../src/text/wholeText.js';
import { sheetGrid, type SheetSource } from './sheetGrid.js';
import type { LeftOutTexts } from './xls/leftOutTexts.js';
import { chineseFormats } from './spreadsheetFormats.js';
import { broken, encrypted } from '../files/zipEntries.js';

const reading: XLSX.ParsingOptions = {
  dense: true,
  cellStyles: true,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  nodim: true,
  // The short date of a Chinese system.
  dateNF: 'yyyy/m/d',
};

/**
 * The sheets of a workbook, values only. Charts hold no cells and are left out. The number formats of an
 * OpenDocument are no codes: it keeps what each cell shows instead.
 */
export function workbookGrids(
  bytes: Buffer,
  limits: Limits,
  source: SheetSource = { hasFormatCodes: true },
  leftOutTexts: readonly LeftOutTexts[] = [],
): Grid[] {
  // The reader forgets none, and one that a file declared by the same number would stand for the next.
  for (const [id, code] of Object.entries(chineseFormats)) XLSX.SSF.load(code, Number(id));
  const workbook = understood(() => XLSX.read(bytes, { ...reading, type: 'buffer' }));
  return gridsOf(
    workbook,
    limits,
    (name) => wholeText(name),
    (index) => ({
      ...source,
      leftOutTexts: leftOutTexts[index],
    }),
  );
}

function gridsOf(
  workbook: XLSX.WorkBook,
  limits: Limits,
  nameOf: (name: string, index: number) => string | null,
  sourceOf: (index: number) => SheetSource,
): Grid[] {
  const names = workbook.SheetNames;
  if (names.length > limits.sheets) throw tooManySheets(limits);
  if (new Set(names).size < names.length) throw broken('文件里有两个同名的工作表');
  let cells = 0;
  let characters = 0;
  const countText = (more: number): void => {
    characters += more;
    if (characters > limits.textCharacters) throw tooMuchText(limits);
  };
  return names.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    // A sheet that could not be parsed is left out without a word; then `constructor` is what every object has.
    if (typeof sheet !== 'object' || sheet === Object.prototype) throw broken(`工作表“${name}”已损坏`, name);
    if ((sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const grid = sheetGrid(sheet, nameOf(name, index), { isHidden, countText, source: sourceOf(index) });
    cells = grid.rows.reduce((sum, row) => sum + row.cells.length, cells);
    if (cells > limits.filledCells) throw tooManyCells(limits);
    return [workbook.Workbook?.WBProps?.date1904 ? { ...grid, from1904: true } : grid];
  });
}

/** Runs the spreadsheet reader, which says by throwing what is wrong with a file. */
function understood(read: () => XLSX.WorkBook): XLSX.WorkBook {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password-protected|Encryption scheme/.test(reason)) throw encrypted();
    if (/Invalid string length|allocation failed|Invalid array length/i.test(reason))
      throw new RefusedFile(
        'TOO_LARGE',
        '文件太大，内存中放不下。请只保留年报表格，另存为新文件后重新上传。',
      );
    throw broken('文件的内容已损坏，不是完整的工作簿');
  }
}
