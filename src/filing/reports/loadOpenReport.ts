import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../checks/check.js';
import { ReportIndex, scheduleColumn, type CurrentReport } from './currentReports.js';
import { cellsOfRow, selectReports, type CellsRow } from './reportRows.js';
import type { ReportCells } from './storedReport.js';

/** A report with everything that is known of it, as it stands. */
export interface WholeReport extends ReportCells {
  readonly agencyId: string;
  /** When it was due and when it came. */
  readonly schedule: Schedule;
}

/** A report of an agency and its neighbours in time, by which they are judged. One query; null when there is none. */
export async function loadOpenReport(
  manager: EntityManager,
  agencyId: string,
  year: number,
): Promise<{ report: WholeReport; reports: ReportIndex<CurrentReport> } | null> {
  const rows = await manager.query<(CellsRow & { schedule: Schedule })[]>(
    `${selectReports('cells', `, ${scheduleColumn} AS schedule`)}
     WHERE report.agency_id = $1::uuid AND report.year = ANY($2::int[])`,
    [agencyId, [year - 1, year, year + 1]],
  );
  const found = rows.map((row): WholeReport => ({ ...cellsOfRow(row), agencyId, schedule: row.schedule }));
  const report = found.find((each) => each.year === year);
  return report ? { report, reports: new ReportIndex<CurrentReport>(found) } : null;
}
