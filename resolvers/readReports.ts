import type { EntityManager } from 'typeorm';
import { listReports, type ReportQuery } from '../src/filing/listReports.js';
import { loadReport } from '../src/filing/loadReport.js';
import type { Page } from '../src/filing/page.js';
import type { Detail } from '../src/filing/storedReport.js';
import type { ReportSource } from './types/Report.js';

/** One report, read as far as the query asks. */
export function readReport(
  manager: EntityManager,
  agency: string,
  year: number,
  detail: Detail,
): Promise<ReportSource | null> {
  switch (detail) {
    case 'head':
      return loadReport(manager, agency, year, 'head');
    case 'values':
      return loadReport(manager, agency, year, 'values');
    case 'cells':
      return loadReport(manager, agency, year, 'cells');
  }
}

/** A page of reports, each read as far as the query asks. */
export function readReports(
  manager: EntityManager,
  query: ReportQuery,
  detail: Detail,
): Promise<Page<ReportSource>> {
  switch (detail) {
    case 'head':
      return listReports(manager, query, 'head');
    case 'values':
      return listReports(manager, query, 'values');
    case 'cells':
      return listReports(manager, query, 'cells');
  }
}
