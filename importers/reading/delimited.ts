import { CsvError, parse } from 'csv-parse/sync';
import { address, type Grid, type GridCell, type GridRow } from './grid.js';
import type { Limits } from '../files/limits.js';
import { tooManyCells } from '../files/overLimit.js';
import { RefusedFile } from '../files/refusedFile.js';
import { unguardFormula } from '../../src/text/formulaGuard.js';
import { sizeInWords } from '../../src/words/uploadLimits.js';

export type Delimiter = ',' | ';' | '|' | '\t' | '^' | '~' | '#' | '，' | '；' | '、' | '｜';

/** The fields of a CSV or tab-separated text. Quotes are taken leniently; an endless one is refused. */
export function delimitedGrid(text: string, delimiter: Delimiter, limits: Limits): Grid {
  const records = parseRecords(text, delimiter, limits);
  const rows: GridRow[] = [];
  let filled = 0;
  records.forEach((fields, row) => {
    const cells = delimitedCells(fields, row);
    filled += cells.length;
    if (filled > limits.filledCells) throw tooManyCells(limits);
    if (cells.length > 0) rows.push({ row, cells, width: fields.length });
  });
  return { name: null, kind: 'delimited', hidden: false, rows, hiddenColumns: [] };
}

/** The filled fields of a record. */
export function delimitedCells(fields: readonly string[], row: number): GridCell[] {
  const cells: GridCell[] = [];
  fields.forEach((field, column) => {
    if (field === '' || field.trim() === '') return;
    const at = address(row, column);
    cells.push({ column, at, lastColumn: column, ...contentOf(field) });
  });
  return cells;
}

/** A text that a spreadsheet program would show in place of the formula `="3089"`. */
const quotedText = /^\s*="((?:[^"]|"")*)"\s*$/;
/** A formula, as programs write it that save formulas instead of their results. */
const formula = /^\s*=\s*[+-]?(?:[A-Z][A-Z.]*\(|\$?[A-Z]{1,3}\$?\d+\s*(?:[-+*/:&]|$))/i;

/** What begins with a letter or a digit says itself, and nothing was put around it. */
const plain = /^[0-9A-Za-z\u4e00-\u9fff]/;

function contentOf(field: string): Pick<GridCell, 'text' | 'number' | 'fault'> {
  if (plain.test(field)) return { text: field, number: null };
  if (quotedText.test(field)) return { text: fieldText(field), number: null };
  if (formula.test(field)) return { text: field.trim(), number: null, fault: 'FORMULA_NOT_CALCULATED' };
  return { text: fieldText(field), number: null };
}

/** What a field says without what programs put around it: a ' before a sign, `="…"`. */
export function fieldText(field: string): string {
  const quoted = field.includes('=') ? quotedText.exec(field)?.[1] : undefined;
  return quoted === undefined ? unguardFormula(field) : quoted.replaceAll('""', '"');
}

function parseRecords(text: string, delimiter: Delimiter, limits: Limits): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: limits.recordBytes,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw csvRefusal(error, limits);
    throw error;
  }
}

/** The quote was opened in the record after the last one that was read; `before` were read before. */
export function csvRefusal(error: CsvError, limits: Limits, before = 0): RefusedFile {
  const record = before + Number(error['records']) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return recordTooLong(record, limits);
  const line = `第${record}行`;
  return new RefusedFile(
    'UNREADABLE',
    `${line}有一个引号没有配对，后面的内容分不出单元格。请检查引号，或另存为 .xlsx 后重新上传。`,
    line,
  );
}

export function recordTooLong(record: number, limits: Limits): RefusedFile {
  const line = `第${record}行`;
  return new RefusedFile(
    'TOO_LARGE',
    `${line}超过 ${sizeInWords(limits.recordBytes)}，多半是其中有一个引号没有配对。请检查引号，或另存为 .xlsx 后重新上传。`,
    line,
  );
}
