import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { set_cptable } from '@e965/xlsx';
import type { Grid } from './grid.js';
import { oldWriter } from '../files/oldWriter.js';
import type { Limits } from '../files/limits.js';
import { workbookGrids } from './workbook.js';

// Workbooks of Excel 95 are written in code page 936.
set_cptable(codepages);

/** The sheets of an .xls or .et workbook. */
export function oldWorkbookGrids(bytes: Buffer, limits: Limits): Grid[] {
  return workbookGrids(bytes, limits, { hasFormatCodes: true, writer: oldWriter(bytes) });
}
