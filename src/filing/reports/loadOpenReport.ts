import type { EntityManager } from 'typeorm';
import type { Requirements, Schedule } from '../../checks/check.js';
import { ReportIndex, scheduleColumn, type CurrentReport } from './currentReports.js';
import { yearsAround } from '../requireYear.js';
import { cellsOfRow, selectReports, type CellsRow } from './reportRows.js';
import { requirementsColumn } from './requirementsColumn.js';
import type { WholeReport } from './storedReport.js';
import type { Id } from '../../brands/brands.js';

/** A report, if there is one, and its neighbours in time, by which it is judged. */
export interface Loaded<Report = WholeReport | null> {
  readonly report: Report;
  readonly reports: ReportIndex<CurrentReport>;
}

/** A report of an agency and its neighbours in time, by which they are judged. One query. */
export async function loadOpenReport(
  manager: EntityManager,
  agencyId: Id<'Agency'>,
  year: number,
): Promise<Loaded> {
  const rows = await manager.query<(CellsRow & { schedule: Schedule; requirements: Requirements | null })[]>(
    `${selectReports('cells', `, ${scheduleColumn} AS schedule, ${requirementsColumn('report.year')} AS requirements`)}
     WHERE report.agency_id = $1::uuid AND report.year = ANY($2::int[])`,
    [agencyId, yearsAround(year)],
  );
  const found = rows.map((row): WholeReport => {
    const { schedule, requirements } = row;
    return { ...cellsOfRow(row), agencyId, schedule, requirements };
  });
  return {
    report: found.find((each) => each.year === year) ?? null,
    reports: new ReportIndex<CurrentReport>(found),
  };
}
