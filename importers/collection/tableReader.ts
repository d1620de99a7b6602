import type { ReadOptions } from '../draft/draft.js';
import type { GridRow } from '../reading/grid.js';
import type { ReportName } from './collectionPart.js';
import { longReader } from './longReader.js';
import type { TableHeader } from './tableHeader.js';
import { nothing, type TableReader } from './tableReports.js';
import { isSameReport, nameOfRow, type TablePlace } from './tableRow.js';
import { isSignature, isTotal } from './totalRow.js';
import { wideReport } from './wideReport.js';

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
    if (name.agency === null || (header.layout === 'wide' && (isTotal(name) || isSignature(row))))
      return null;
    if (header.layout === 'long' && last && isSameReport(name, last)) return null;
    last = name;
    const { agency, agencyCode, year, at } = name;
    return { agency, agencyCode, year, at };
  };
}
