import { CsvError, parse } from 'csv-parse/sync';
import { csvRefusal, delimitedCells, type Delimiter } from './delimited.js';
import type { Limits } from '../files/limits.js';
import { tooManyCells } from '../files/overLimit.js';
import type { GridRow } from './grid.js';

/** Records of so many characters are in memory at a time: what is gone before memory is swept costs nothing. */
const pieceLength = 64 * 1024;

/** The rows of a delimited text, those of one piece in memory at a time. */
export function* delimitedRows(text: string, delimiter: Delimiter, limits: Limits): Generator<GridRow> {
  let row = 0;
  let filled = 0;
  for (const piece of wholeRecords(text)) {
    const records =
      plainRecords(piece, delimiter, limits) ?? quotedRecords(piece, { delimiter, limits, row });
    for (const fields of records) {
      const cells = delimitedCells(fields, row);
      filled += cells.length;
      if (filled > limits.filledCells) throw tooManyCells(limits);
      if (cells.length > 0) yield { row, cells, width: fields.length };
      row += 1;
    }
  }
}

const lineEnds = ['\r\n', '\n', '\r'];

function quotedRecords(
  piece: string,
  {
    delimiter,
    limits,
    row,
  }: { readonly delimiter: Delimiter; readonly limits: Limits; readonly row: number },
): string[][] {
  try {
    return parse(piece, {
      delimiter,
      record_delimiter: lineEnds,
      max_record_size: limits.recordBytes,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw csvRefusal(error, limits, row);
    throw error;
  }
}

/** Without a quote a record is a line and a field what stands between delimiters; null when it takes more to tell. */
function plainRecords(piece: string, delimiter: Delimiter, limits: Limits): string[][] | null {
  if (piece.includes('"')) return null;
  const lines = piece.split(piece.includes('\r') ? /\r\n|\n|\r/ : '\n');
  // What ends with a line end has no further line behind it.
  if (lines.at(-1) === '') lines.pop();
  // A character is at most three bytes.
  if (lines.some(({ length }) => length * 3 > limits.recordBytes)) return null;
  return lines.map((line) => line.split(delimiter));
}

/** Pieces of a text that end where a line ends outside quotes. */
function* wholeRecords(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let end = lineEnd(text, from + pieceLength);
    let quotes = quotesIn(text, from, end);
    while (quotes % 2 === 1 && end < text.length) {
      const next = lineEnd(text, end);
      quotes += quotesIn(text, end, next);
      end = next;
    }
    yield text.slice(from, end);
    from = end;
  }
}

/** Behind the first line end from a place on. */
function lineEnd(text: string, from: number): number {
  const breaks = /\r\n|\n|\r/g;
  breaks.lastIndex = from;
  return breaks.test(text) ? breaks.lastIndex : text.length;
}

function quotesIn(text: string, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}
