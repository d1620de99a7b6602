import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { agencyColumns, agencyOf } from '../agencies/agencyRows.js';
import { requireYear } from '../requireYear.js';
import { Conditions } from '../lists/listQuery.js';
import { chinaDate } from '../reports/localDay.js';
import { kinds, loadSetDays, pathEnd, stretchesOf } from './setDays.js';

/** How far the reports of an agency and everything below it have come. */
export interface Progress {
  readonly agency: Agency;
  readonly year: number;
  /** How many agencies report for the year. */
  readonly total: number;
  readonly notStarted: number;
  readonly byStatus: Readonly<Record<ReportStatus, number>>;
  /** Not published by the deadline, or published after it. */
  readonly late: number;
}

const statuses = Object.values(ReportStatus);

/** Counts the reports of an agency with all below it, and of each agency directly below it, in one statement beside the days that are set. */
export async function progressOf(
  manager: EntityManager,
  root: Agency,
  year: number,
  /** The day it is, `2025-02-01`. */
  today: string,
): Promise<{ readonly whole: Progress; readonly children: readonly Progress[] }> {
  const conditions = reporting(root, year);
  const yearAt = conditions.parameter(year);
  const todayAt = conditions.parameter(today);
  const partAt = conditions.parameter(root.depth + 2);
  const { starts, days } = stretchesOf(await loadSetDays(manager, root.path));
  const startsAt = conditions.parameter(starts);
  const daysAt = conditions.parameter(days.map((day) => `${year + 1}-${day}`));
  const kindsAt = conditions.parameter(kinds);
  const stretch = `width_bucket(agency.path COLLATE "C", ${startsAt}::text[]) * ${kinds.length}`;
  const kind = `array_position(${kindsAt}::text[], coalesce(agency.kind, 'DEPARTMENT'))`;
  const rows = await manager.query<CountRow[]>(
    `SELECT nullif(counted.branch, '')::uuid AS "branchId", ${agencyColumns}, counted.*
     FROM (SELECT split_part(agency.path, '/', ${partAt}::int) AS branch,
         count(*)::int AS total, count(*) FILTER (WHERE report.id IS NULL)::int AS "notStarted",
         ${statuses.map((status) => `count(*) FILTER (WHERE report.status = '${status}')::int AS "${status}"`).join(', ')},
         count(*) FILTER (WHERE coalesce(${chinaDate('report.published_at')}, ${todayAt}::date)
           > coalesce(((${yearAt}::int + 1) || '-' || agency.deadline)::date, (${daysAt}::date[])[${stretch} + ${kind}])
         )::int AS late
       FROM agency LEFT JOIN report ON report.agency_id = agency.id AND report.year = ${yearAt}::int
       ${conditions.sql} GROUP BY 1) AS counted
     LEFT JOIN agency ON agency.id = nullif(counted.branch, '')::uuid
     ORDER BY agency.code NULLS FIRST`,
    conditions.parameters,
  );
  const progress = (row: CountRow, agency: Agency): Progress => ({
    agency,
    year,
    total: row.total,
    notStarted: row.notStarted,
    byStatus: row,
    late: row.late,
  });
  const all = rows.map((row) => progress(row, row.branchId === null ? root : agencyOf(row)));
  return {
    whole: all.reduce((sum, each) => added(sum, each), nothing(root, year)),
    children: all.filter(({ agency }) => agency.id !== root.id),
  };
}

interface CountRow extends Record<ReportStatus, number> {
  readonly branchId: string | null;
  readonly total: number;
  readonly notStarted: number;
  readonly late: number;
}

/** An agency and everything below it that reports for a year. */
export function reporting({ path }: Agency, year: number): Conditions {
  const lastDay = `${requireYear(year)}-12-31`;
  return (
    new Conditions()
      // A range, whose size the database can guess.
      .add((parameter) => `agency.path >= ${parameter}::text`, path)
      .add((parameter) => `agency.path < ${parameter}::text`, pathEnd(path))
      .add((parameter) => `(agency.valid_from IS NULL OR agency.valid_from <= ${parameter}::date)`, lastDay)
      .add((parameter) => `(agency.valid_to IS NULL OR agency.valid_to >= ${parameter}::date)`, lastDay)
  );
}

function nothing(agency: Agency, year: number): Progress {
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<ReportStatus, number>;
  return { agency, year, total: 0, notStarted: 0, byStatus, late: 0 };
}

function added(one: Progress, other: Progress): Progress {
  const byStatus = { ...one.byStatus };
  for (const status of statuses) byStatus[status] += other.byStatus[status];
  return {
    ...one,
    total: one.total + other.total,
    notStarted: one.notStarted + other.notStarted,
    byStatus,
    late: one.late + other.late,
  };
}
