import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { Day } from '../../season/chinaDay.js';
import { chinaDay, deadlineDay } from '../reports/localDay.js';
import { reporting } from './progressOf.js';

/** What happened on one day of a season: how many handed in, were published, and had to be done by then. */
export interface SeasonDay {
  readonly day: Day;
  readonly submitted: number;
  readonly published: number;
  readonly due: number;
}

/** In these a report has left the hands of its agency. */
const handedIn = [
  ReportStatus.SUBMITTED,
  ReportStatus.ACCEPTED,
  ReportStatus.PUBLISHED,
  ReportStatus.CORRECTING,
];

/** The days on which something happened, the earliest first, of an agency and everything below it. */
export function daysOf(manager: EntityManager, root: Agency, year: number): Promise<SeasonDay[]> {
  const conditions = reporting(root, year);
  const yearAt = conditions.parameter(year);
  const handedInAt = conditions.parameter(handedIn);
  const count = (name: string) => `count(*) FILTER (WHERE what = '${name}')::int AS ${name}`;
  return manager.query<SeasonDay[]>(
    `WITH filed AS (
       SELECT ${deadlineDay(`${yearAt}::int`)} AS due, ${chinaDay('report.published_at')} AS published,
         CASE WHEN report.status = ANY(${handedInAt}::text[]) THEN ${chinaDay('report.submitted_at')} END AS submitted
       FROM agency LEFT JOIN report ON report.agency_id = agency.id AND report.year = ${yearAt}::int
       ${conditions.sql})
     SELECT day, ${count('submitted')}, ${count('published')}, ${count('due')}
     FROM (SELECT submitted AS day, 'submitted' AS what FROM filed
       UNION ALL SELECT published, 'published' FROM filed
       UNION ALL SELECT due, 'due' FROM filed) AS event
     WHERE day IS NOT NULL GROUP BY day ORDER BY day`,
    conditions.parameters,
  );
}
