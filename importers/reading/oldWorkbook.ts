import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { set_cptable } from '@e965/xlsx';
import type { Grid } from './grid.js';
import { oldWriter } from '../files/oldWriter.js';
import type { Limits } from '../files/limits.js';
import { workbookGrids } from './workbook.js';
import { leftOutTexts } from './xls/leftOutTexts.js';

// Workbooks of Excel 95 are written in code page 936.
set_cptable(codepages);

/** The sheets of an .xls or .et workbook. */
export function oldWorkbookGrids(bytes: Buffer, limits: Limits): Grid[] {
  const source = { hasFormatCodes: true, writer: oldWriter(bytes) };
  return workbookGrids(bytes, limits, source, leftOutTexts(bytes));
}
