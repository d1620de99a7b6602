import { address } from '../../../importers/reading/grid.js';
import { escapedXml } from '../../text/xmlText.js';
import { styleNumber, type StyleName } from './summaryStyles.js';

/** More digits than a workbook keeps exactly are written as text. */
const exactDigits = 15;

/** Rows and columns are counted from zero. A cell without text has its style all the same. */
export function textCell(row: number, column: number, text: string, style: StyleName): string {
  const start = `<c r="${address(row, column)}" s="${styleNumber(style)}"`;
  if (text === '') return `${start}/>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapedXml(text)}</t></is></c>`;
}

/** A canonical decimal string, exact however long it is; blank stays blank. */
export function numberCell(row: number, column: number, text: string, style: StyleName): string {
  if (text === '' || text.replace(/\D/g, '').length > exactDigits) return textCell(row, column, text, style);
  return `<c r="${address(row, column)}" s="${styleNumber(style)}"><v>${text}</v></c>`;
}

export function rowXml(row: number, cells: readonly string[], height?: number): string {
  const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${attributes}>${cells.join('')}</row>`;
}
