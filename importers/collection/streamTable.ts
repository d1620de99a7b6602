import type { Problem } from '../../src/problems/problem.js';
import type { ReadOptions, ReportDraft } from '../draft/draft.js';
import type { Limits } from '../files/limits.js';
import { tooManyCells } from '../files/overLimit.js';
import { RefusedFile } from '../files/refusedFile.js';
import { reportsAtOnce, type CollectionPart, type ReportsPart } from './collectionPart.js';
import type { FoundTable } from './findTable.js';
import { gridRow } from './gridRow.js';
import { tableNames } from './tableNames.js';
import { tableReader } from './tableReader.js';
import { tableRecords } from './tableRecords.js';
import type { TablePlace } from './tableRow.js';
import type { TableReports } from './tableReports.js';

/** Reads a delimited table with many reports, some at a time. What was read before a fault stays read. */
export async function* streamTable(
  bytes: Buffer,
  table: FoundTable,
  {
    place,
    options,
    limits,
  }: { readonly place: TablePlace; readonly options: ReadOptions; readonly limits: Limits },
): AsyncGenerator<CollectionPart> {
  const progress = { bytesRead: 0 };
  let reports: ReportDraft[] = [];
  let problems: Problem[] = table.header.problems.map((found) => ({
    ...found,
    at: place.prefix + (found.at ?? ''),
  }));
  const collect = (read: TableReports): void => {
    reports.push(...read.reports);
    problems.push(...read.problems);
  };
  const part = (): ReportsPart => {
    const { encoding } = table;
    const found = { reports, problems };
    reports = [];
    problems = [];
    return { kind: 'reports', format: 'csv', encoding, ...found, bytesRead: progress.bytesRead };
  };
  try {
    yield { kind: 'names', names: await tableNames(bytes, table, place, limits) };
    const reader = tableReader(table.header, place, options);
    let row = -1;
    let filled = 0;
    for await (const fields of tableRecords(bytes, table, limits, progress)) {
      row += 1;
      if (row <= table.headerRow) continue;
      const read = gridRow(fields, row, place.prefix);
      filled += read.cells.length;
      if (filled > limits.filledCells) throw tooManyCells(limits);
      collect(reader.take(read));
      if (reports.length + problems.length >= reportsAtOnce) yield part();
    }
    collect(reader.finish());
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    problems.push(error.problem);
  }
  yield part();
}
