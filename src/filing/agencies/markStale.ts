import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Id } from '../../brands/brands.js';

/** The reports of these agencies were judged against what has changed: they are due to be checked again. */
export async function markStale(manager: EntityManager, ids: readonly Id<'Agency'>[]): Promise<void> {
  await manager.query('UPDATE report SET stale = true WHERE agency_id = ANY($1::uuid[]) AND NOT stale', [
    ids,
  ]);
}

/** What stands for others is judged by who they are. */
export async function markConsolidatedStale(
  manager: EntityManager,
  agencies: readonly (Pick<Agency, 'id' | 'consolidates'> | null)[],
): Promise<void> {
  const ids = agencies.flatMap((agency) => (agency?.consolidates ? [agency.id] : []));
  if (ids.length > 0) await markStale(manager, [...new Set(ids)]);
}
