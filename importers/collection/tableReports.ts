import type { Problem } from '../../src/problems/problem.js';
import type { ReportDraft } from '../draft/draft.js';
import type { GridRow } from '../reading/grid.js';

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
