import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { Day } from '../../season/chinaDay.js';
import { daysBetween } from '../../season/deadline.js';
import { agencyColumns, agencyOf } from '../agencies/agencyRows.js';
import { listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { deadlineDay } from '../reports/localDay.js';
import { reporting } from './progressOf.js';

/** 催报: an agency that has not handed in its report. */
export interface Reminder {
  readonly agency: Agency;
  readonly year: number;
  /** null before anything was filed. */
  readonly status: ReportStatus | null;
  readonly deadline: Day;
  /** Negative when the deadline has passed. */
  readonly daysLeft: number;
}

/** In these a report waits for its agency. */
const waiting = [ReportStatus.DRAFT, ReportStatus.RETURNED];

/** Who has not submitted, the earliest deadline first. */
export async function listReminders(
  manager: EntityManager,
  root: Agency,
  { year, today, page }: { readonly year: number; readonly today: Day; readonly page: PageRequest },
): Promise<Page<Reminder>> {
  const conditions = reporting(root, year).add(
    (parameter) => `(report.id IS NULL OR report.status = ANY(${parameter}::text[]))`,
    waiting,
  );
  const yearAt = conditions.parameter(year);
  const deadline = deadlineDay(`${yearAt}::int`);
  return listByKeys(
    manager,
    {
      select: (
        alsoSelected,
      ) => `SELECT ${agencyColumns}, report.status, ${deadline} AS "lastDay"${alsoSelected}
        FROM agency LEFT JOIN report ON report.agency_id = agency.id AND report.year = ${yearAt}::int`,
      conditions,
      order: [
        { sql: deadline, type: 'text' },
        { sql: 'agency.code', type: 'text' },
      ],
    },
    page,
    (row: { status: ReportStatus | null; lastDay: Day }): Reminder => ({
      agency: agencyOf(row),
      year,
      status: row.status,
      deadline: row.lastDay,
      daysLeft: daysBetween(today, row.lastDay),
    }),
  );
}
