import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { storable } from '../storable.js';
import type { Id } from '../../brands/brands.js';

/** The agencies with these codes, in any order; codes nobody has are left out. */
export async function loadAgencies(manager: EntityManager, codes: readonly string[]): Promise<Agency[]> {
  const rows = await manager.query<object[]>(
    `SELECT ${agencyColumns} FROM agency WHERE code = ANY($1::text[])`,
    [storable(codes)],
  );
  return rows.map((row) => agencyOf(row));
}

/** The agencies with these ids, in any order. */
export async function loadAgenciesById(
  manager: EntityManager,
  ids: readonly Id<'Agency'>[],
): Promise<Agency[]> {
  if (ids.length === 0) return [];
  const rows = await manager.query<object[]>(
    `SELECT ${agencyColumns} FROM agency WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => agencyOf(row));
}
