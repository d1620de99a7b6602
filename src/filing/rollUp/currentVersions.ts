import type { Conditions } from '../lists/listQuery.js';
import { addends } from './addends.js';
import type { SumRequest } from './addends.js';

/** FROM … JOIN …: agencies with their reports and what these say now. */
export const currentVersions = `FROM agency
  JOIN report ON report.agency_id = agency.id
  JOIN report_version AS version ON version.report_id = report.id
    AND version.agency_id = report.agency_id AND version.number = report.version`;

/** Conditions on `currentVersions`: the reports that are added up. */
export function reportsOf(request: SumRequest): Conditions {
  return addends(request)
    .add((parameter) => `report.year = ${parameter}::int`, request.year)
    .add((parameter) => `report.status = ANY(${parameter}::text[])`, request.statuses);
}
