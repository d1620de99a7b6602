import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { csvRefusal } from '../reading/delimited.js';
import type { Limits } from '../files/limits.js';
import type { FoundTable } from './findTable.js';
import { isWithoutQuotes, textLines } from './textLines.js';
import { textPieces } from './textPieces.js';

/** How far the reading of a file has come. */
export interface ReadingProgress {
  bytesRead: number;
}

/** The records of a delimited file, those of one piece in memory at a time. A fault comes after all before it. */
export async function* tableRecords(
  bytes: Buffer,
  table: FoundTable,
  limits: Limits,
  progress: ReadingProgress,
): AsyncGenerator<string[]> {
  if (!isWithoutQuotes(bytes, table)) yield* quotedRecords(bytes, table, limits, progress);
  else
    for (const { lines, bytesRead } of textLines(bytes, table, limits)) {
      progress.bytesRead = bytesRead;
      for (const line of lines) yield line.split(table.delimiter);
    }
}

async function* quotedRecords(
  bytes: Buffer,
  { encoding, delimiter }: FoundTable,
  limits: Limits,
  progress: ReadingProgress,
): AsyncGenerator<string[]> {
  const records: string[][] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.recordBytes,
    relax_column_count: true,
    relax_quotes: true,
    // Taken here, so that none waits in the stream, which a fault would empty.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  const ended = finished(parser.resume());
  // Looked at when the reading has come so far; until then a rejection must not end the process.
  ended.catch(() => undefined);
  try {
    for (const { text, bytesRead } of textPieces(bytes, encoding)) {
      await new Promise<void>((taken) => parser.write(text, () => taken()));
      progress.bytesRead = bytesRead;
      yield* records.splice(0);
      if (parser.errored) break;
    }
    parser.end();
    await ended;
    yield* records.splice(0);
  } catch (error) {
    yield* records.splice(0);
    if (error instanceof CsvError) throw csvRefusal(error, limits);
    throw error;
  } finally {
    parser.destroy();
  }
}
