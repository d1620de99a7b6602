import XLSX, { type CellObject, type WorkSheet } from '@e965/xlsx';
import type { GridCell } from '../../importers/reading/grid.js';
import type { BentReport } from './bentReport.js';
import { dressOf } from './dressed.js';
import type { Written } from './grids.js';

/** Kinds of files: whether a cell of theirs is written with its number format, and what of a sheet is hidden. */
const writers = {
  xlsx: { bookType: 'xlsx', isFormatted: true, hides: ['rows', 'columns', 'sheets'] },
  xls: { bookType: 'biff8', isFormatted: true, hides: ['columns', 'sheets'] },
  xlsb: { bookType: 'xlsb', isFormatted: true, hides: ['rows', 'columns', 'sheets'] },
  ods: { bookType: 'ods', isFormatted: false, hides: [] },
  html: { bookType: 'html', isFormatted: false, hides: [] },
  csv: { bookType: 'csv', isFormatted: false, hides: [] },
  txt: { bookType: 'txt', isFormatted: false, hides: [] },
} as const satisfies Record<
  string,
  { bookType: XLSX.BookType; isFormatted: boolean; hides: readonly HiddenPart[] }
>;

export type HiddenPart = 'rows' | 'columns' | 'sheets';

export type Writer = keyof typeof writers;

export const everyWriter = Object.keys(writers) as Writer[];

export function hiddenBy(writer: Writer): readonly HiddenPart[] {
  return writers[writer].hides;
}

/** A bent report as a file of one kind; what stands on other sheets only where it has sheets. */
export function bentFile(bent: BentReport, writer: Writer): Buffer {
  const { bookType } = writers[writer];
  const hides = hiddenBy(writer);
  const book = XLSX.utils.book_new();
  const main = sheetOf(bent.rows, writer);
  if (hides.length > 0) {
    main['!rows'] = bent.rows.map((_, row) => ({ hidden: bent.hidden.rows.has(row) }));
    main['!cols'] = Array.from({ length: 20 }, (_, column) => ({
      hidden: bent.hidden.columns.includes(column),
    }));
  }
  XLSX.utils.book_append_sheet(book, main, '年报');
  if (hides.length > 0)
    bent.beside.forEach(({ name, rows, hidden }, index) => {
      XLSX.utils.book_append_sheet(book, sheetOf(rows, writer), `${name}${index}`);
      if (hidden) XLSX.utils.book_set_sheet_visibility(book, index + 1, 1);
    });
  // The text of a spreadsheet program: UTF-16 with tabs, which the library writes only where it knows code pages.
  if (bookType === 'txt')
    return Buffer.from(`\ufeff${String(XLSX.write(book, { type: 'string', bookType }))}`, 'utf16le');
  const written: unknown = XLSX.write(book, { type: 'buffer', bookType });
  return Buffer.from(written as Uint8Array);
}

function sheetOf(rows: readonly (readonly Written[])[], writer: Writer): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 1;
  rows.forEach((cells, row) =>
    cells.forEach((written, column) => {
      const cell = cellOf(written, writer);
      if (!cell) return;
      width = Math.max(width, column + 1);
      sheet[XLSX.utils.encode_cell({ r: row, c: column })] = cell;
    }),
  );
  sheet['!ref'] = XLSX.utils.encode_range({ r: 0, c: 0 }, { r: Math.max(0, rows.length - 1), c: width - 1 });
  return sheet;
}

function cellOf(written: Written, writer: Writer): CellObject | null {
  if (written === null || written === '') return null;
  if (typeof written === 'number') return { t: 'n', v: written };
  const dress = dressOf(written);
  if (!dress) return { t: 's', v: written };
  return writers[writer].isFormatted ? inFile(dress.cell, dress.text) : { t: 's', v: dress.text };
}

/** What a program can write of it; what it cannot, as the text. */
function inFile({ number, serial, format, fault, text }: Partial<GridCell>, plain: string): CellObject {
  if (serial !== undefined) return { t: 'n', v: Number(serial), z: 'yyyy/m/d' };
  if (fault === 'CELL_ERROR') return { t: 'e', v: 0x17 };
  if (typeof number === 'string') return { t: 'n', v: Number(number), ...(format && { z: format }) };
  return { t: 's', v: fault || !text ? plain : text };
}
