import { CsvError, parse } from 'csv-parse/sync';
import { delimiters } from '../reading/chooseDelimiter.js';
import type { Delimiter } from '../reading/delimited.js';
import type { Encoding } from '../draft/draft.js';
import type { GridRow } from '../reading/grid.js';
import { gridRow } from './gridRow.js';
import { findHeader, type TableHeader } from './tableHeader.js';
import { encodingOf, textPieces } from './textPieces.js';

/** A flat table in a text file, found by its header. */
export interface FoundTable {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: TableHeader;
  /** The line of the header, from zero. */
  readonly headerRow: number;
}

/** The usual ones first. */
const searchedDelimiters: readonly Delimiter[] = [...new Set<Delimiter>([',', '\t', ...delimiters])];
/** Enough for the header of any form, whatever stands above it. */
const searchedCharacters = 256 * 1024;
const searchedRecords = 12;

/** The flat table that a text file is; null when it is something else. */
export function findTable(bytes: Buffer): FoundTable | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) return null;
  const head = headOf(bytes, encoding);
  for (const delimiter of searchedDelimiters) {
    const rows = firstRows(head, delimiter);
    const found = findHeader(rows);
    if (found) return { encoding, delimiter, header: found.header, headerRow: rows[found.index]?.row ?? 0 };
  }
  return null;
}

function headOf(bytes: Buffer, encoding: Encoding): string {
  let head = '';
  try {
    for (const { text } of textPieces(bytes, encoding)) {
      head += text;
      if (head.length >= searchedCharacters) break;
    }
  } catch (error) {
    // A text that breaks off inside a character has no readable head either.
    if (!(error instanceof TypeError)) throw error;
    return '';
  }
  return head;
}

function firstRows(head: string, delimiter: Delimiter): GridRow[] {
  const rows: GridRow[] = [];
  let row = 0;
  try {
    parse(head, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: searchedRecords,
      on_record: (fields: string[]) => {
        rows.push(gridRow(fields, row, ''));
        row += 1;
        return null;
      },
    });
  } catch (error) {
    // The head may end inside a quote; the header stands before that.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows.filter(({ cells }) => cells.length > 0);
}
