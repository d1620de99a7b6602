import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import type { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { Conditions } from '../lists/listQuery.js';
import { requireYear } from '../requireYear.js';

/** Whose reports are added up. */
export interface RollUpRequest {
  readonly agency: Agency;
  readonly year: number;
  /**
   * How many levels down: 1 adds up the agencies on the agency's own list. null goes down to the agencies
   * that file for themselves, past every consolidated report on the way.
   */
  readonly depth: number | null;
  /** Only agencies of these levels of administration. */
  readonly levels?: readonly AgencyLevel[] | null;
  readonly kinds?: readonly AgencyKind[] | null;
  /** Only agencies whose 行政区划代码 begins with this, e.g. 41 for Henan. */
  readonly division?: string | null;
}

export interface SumRequest extends RollUpRequest {
  /** Only reports that stand here; all when left out. */
  readonly statuses?: readonly ReportStatus[] | null;
}

/** A request for several years at once. */
export type RequestOfYears = Omit<RollUpRequest, 'year'>;

/**
 * Conditions on `agency` for those whose reports are added up. A consolidated report stands for those below
 * it, so it counts only where the count goes no deeper. Who exists on the last day of a year reports for it.
 */
export function addends(request: RollUpRequest): Conditions {
  const lastDay = `${requireYear(request.year)}-12-31`;
  return below(request)
    .add((day) => `(agency.valid_from IS NULL OR agency.valid_from <= ${day}::date)`, lastDay)
    .add((day) => `(agency.valid_to IS NULL OR agency.valid_to >= ${day}::date)`, lastDay);
}

/** The same in a query on `agency` and `report`, each report by the last day of its own year. */
export function addendsOfYears(request: RequestOfYears): Conditions {
  const lastDay = 'make_date(report.year, 12, 31)';
  return below(request)
    .require(`(agency.valid_from IS NULL OR agency.valid_from <= ${lastDay})`)
    .require(`(agency.valid_to IS NULL OR agency.valid_to >= ${lastDay})`);
}

function below({ agency, depth, levels, kinds, division }: RequestOfYears): Conditions {
  const conditions = new Conditions()
    .add((parameter) => `agency.path > ${parameter}::text`, agency.path)
    // Paths are made of the digits and letters of ids, none of which comes behind f.
    .add((parameter) => `agency.path < ${parameter}::text || 'g'`, agency.path)
    .add((parameter) => `agency.level = ANY(${parameter}::text[])`, levels)
    .add((parameter) => `agency.kind = ANY(${parameter}::text[])`, kinds)
    .add((parameter) => `starts_with(agency.division_code, ${parameter}::text)`, division);
  if (depth === null) return conditions.require('NOT agency.consolidates');
  const deepest = agency.depth + depth;
  return conditions
    .add((parameter) => `agency.depth <= ${parameter}::int`, deepest)
    .add((parameter) => `(NOT agency.consolidates OR agency.depth = ${parameter}::int)`, deepest);
}
