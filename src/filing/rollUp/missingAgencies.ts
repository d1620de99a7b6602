import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { agencyColumns, agencyOf } from '../agencies/agencyRows.js';
import { listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { addends } from './addends.js';
import type { SumRequest } from './addends.js';

/** Who should have filed and has not, by code. */
export async function missingAgencies(
  manager: EntityManager,
  request: SumRequest,
  page: PageRequest,
): Promise<Page<Agency>> {
  const conditions = addends(request).require(notFiled);
  const year = conditions.parameter(request.year);
  const statuses = conditions.parameter(request.statuses ?? null);
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => `SELECT ${agencyColumns}${alsoSelected} FROM agency
        LEFT JOIN report ON report.agency_id = agency.id AND report.year = ${year}::int
          AND (${statuses}::text[] IS NULL OR report.status = ANY(${statuses}::text[]))`,
      conditions,
      order: [{ sql: 'agency.code', type: 'text' }],
    },
    page,
    (row: Agency) => agencyOf(row),
  );
}

const notFiled = 'report.id IS NULL';
