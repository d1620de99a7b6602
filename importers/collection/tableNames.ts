import type { ReportName } from './collectionPart.js';
import type { FoundTable } from './findTable.js';
import { gridRow } from './gridRow.js';
import type { Limits } from '../files/limits.js';
import { RefusedFile } from '../files/refusedFile.js';
import { tableRecords } from './tableRecords.js';
import { nameReader } from './tableReader.js';
import type { TablePlace } from './tableRow.js';
import { isWithoutQuotes, textLines } from './textLines.js';

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
  try {
    // The columns behind the name need not be looked at.
    if (isWithoutQuotes(bytes, table))
      for (const { lines } of textLines(bytes, table, limits))
        for (const line of lines) take(line.split(table.delimiter, width));
    else
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
