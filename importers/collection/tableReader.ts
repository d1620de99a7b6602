import type { Problem } from '../../src/problem.js';
import type { ReadOptions, ReportDraft } from '../draft.js';
import type { GridRow } from '../grid.js';
import type { ReportName } from './collectionPart.js';
import { longReader } from './longReader.js';
import type { TableHeader } from './tableHeader.js';
import { nameOfRow, type TablePlace } from './tableRow.js';
import { wideReport } from './wideReport.js';

/** What rows of a table came to. */
export interface TableReports {
  readonly reports: readonly ReportDraft[];
  /** Of rows from which no report could be read. */
  readonly problems: readonly Problem[];
}

/** Takes the rows below the header one by one. */
export interface TableReader {
  take(row: GridRow): TableReports;
  /** What was still open after the last row. */
  finish(): TableReports;
}

export const nothing: TableReports = { reports: [], problems: [] };

export function tableReader(header: TableHeader, place: TablePlace, options: ReadOptions): TableReader {
  if (header.layout === 'long') return longReader(header, place, options);
  return {
    take: (row) => {
      if (row.cells.length === 0) return nothing;
      const read = wideReport(header, row, place, options);
      return 'report' in read
        ? { reports: [read.report], problems: [] }
        : { reports: [], problems: [read.problem] };
    },
    finish: () => nothing,
  };
}

/** Finds out, row by row, whose reports a table holds. A long table names a report where another begins. */
export function nameReader(header: TableHeader, place: TablePlace): (row: GridRow) => ReportName | null {
  let last: ReportName | null = null;
  return (row) => {
    const name = nameOfRow(header, row, place);
    if (name.agency === null) return null;
    if (header.layout === 'long' && last && isSameReport(name, last)) return null;
    last = name;
    const { agency, agencyCode, year, at } = name;
    return { agency, agencyCode, year, at };
  };
}

export function isSameReport(one: ReportName, other: ReportName): boolean {
  return one.agency === other.agency && one.agencyCode === other.agencyCode && one.year === other.year;
}
