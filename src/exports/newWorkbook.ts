import type exceljs from 'exceljs';

/** A workbook to write. What writes it is large, and loaded with the first one. */
export async function newWorkbook(): Promise<exceljs.Workbook> {
  const { default: library } = await import('exceljs');
  return new library.Workbook();
}
