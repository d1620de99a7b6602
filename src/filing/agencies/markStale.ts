import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import type { Id } from '../../brands/brands.js';

/** The reports of these agencies were judged against what has changed: they are due to be checked again. */
export async function markStale(manager: EntityManager, ids: readonly Id<'Agency'>[]): Promise<void> {
  const together = isDistributed(manager.dataSource) ? [...ids].sort().map((id) => [id]) : [ids];
  for (const some of together)
    await manager.query('UPDATE report SET stale = true WHERE agency_id = ANY($1::uuid[]) AND NOT stale', [
      some,
    ]);
}

/** The same of reports that a condition on `report` and `agency` names. */
export async function markStaleWhere(
  manager: EntityManager,
  condition: string,
  parameters: readonly unknown[],
): Promise<void> {
  const due = `agency.id = report.agency_id AND NOT report.stale AND ${condition}`;
  const update = `UPDATE report SET stale = true FROM agency WHERE ${due}`;
  if (!isDistributed(manager.dataSource)) {
    await manager.query(update, [...parameters]);
    return;
  }
  const agencies = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT report.agency_id AS id FROM report, agency WHERE ${due} ORDER BY 1`,
    [...parameters],
  );
  for (const { id } of agencies)
    await manager.query(`${update} AND report.agency_id = $${parameters.length + 1}`, [...parameters, id]);
}

/** What stands for others is judged by who they are. */
export async function markConsolidatedStale(
  manager: EntityManager,
  agencies: readonly (Pick<Agency, 'id' | 'consolidates'> | null)[],
): Promise<void> {
  const ids = agencies.flatMap((agency) => (agency?.consolidates ? [agency.id] : []));
  if (ids.length > 0) await markStale(manager, [...new Set(ids)]);
}
