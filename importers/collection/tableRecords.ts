import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvRefusal } from '../delimited.js';
import type { Limits } from '../limits.js';
import type { FoundTable } from './findTable.js';
import { textPieces } from './textPieces.js';

/** How far the reading of a file has come. */
export interface ReadingProgress {
  bytesRead: number;
}

/** The records of a delimited file, one after another: never more than a few of them are in memory. */
export async function* tableRecords(
  bytes: Buffer,
  { encoding, delimiter }: FoundTable,
  limits: Limits,
  progress: ReadingProgress,
): AsyncGenerator<string[]> {
  function* pieces(): Generator<string | Buffer> {
    for (const { text, bytesRead } of textPieces(bytes, encoding)) {
      progress.bytesRead = bytesRead;
      if (text !== '') yield text;
    }
  }
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.recordBytes,
    relax_column_count: true,
    relax_quotes: true,
  });
  const source = Readable.from(pieces());
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) yield record;
  } catch (error) {
    if (error instanceof CsvError) throw csvRefusal(error, limits);
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
