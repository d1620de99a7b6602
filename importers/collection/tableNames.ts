import type { ReportName } from './collectionPart.js';
import type { FoundTable } from './findTable.js';
import { gridRow } from './gridRow.js';
import type { Limits } from '../limits.js';
import { RefusedFile } from '../refusedFile.js';
import { tableRecords } from './tableRecords.js';
import { nameReader } from './tableReader.js';
import type { TablePlace } from './tableRow.js';
import { textPieces } from './textPieces.js';

/** Runs ahead through a delimited table to find out whose reports it holds. */
export async function tableNames(
  bytes: Buffer,
  table: FoundTable,
  place: TablePlace,
  limits: Limits,
): Promise<ReportName[]> {
  const read = nameReader(table.header, place);
  const names: ReportName[] = [];
  const width = 1 + Math.max(...nameColumns(table));
  let row = 0;
  const take = (fields: readonly string[]): void => {
    const name = row > table.headerRow ? read(gridRow(fields, row, place.prefix)) : null;
    if (name) names.push(name);
    row += 1;
  };
  // Without quotes a line is a record, and the columns behind the name need not be looked at.
  if (!bytes.includes('"') || table.encoding.startsWith('utf-16'))
    for (const line of lines(bytes, table)) take(line.split(table.delimiter, width));
  else
    try {
      for await (const record of tableRecords(bytes, table, limits, { bytesRead: 0 }))
        take(record.slice(0, width));
    } catch (error) {
      // The reading itself will come to the same fault and tell it.
      if (!(error instanceof RefusedFile)) throw error;
    }
  return names;
}

function nameColumns({ header: { columns } }: FoundTable): number[] {
  return [columns.agency, columns.code, columns.year].filter((column) => column !== undefined);
}

function* lines(bytes: Buffer, { encoding }: FoundTable): Generator<string> {
  let waiting = '';
  for (const { text } of textPieces(bytes, encoding)) {
    const found = (waiting + text).split(/\r\n|\n|\r(?!$)/);
    waiting = found.pop() ?? '';
    yield* found;
  }
  if (waiting !== '') yield waiting;
}
