import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Refusal } from '../refusal.js';
import { deepest, tooDeep } from './placeAgencies.js';

type Moved = Pick<Agency, 'id' | 'code' | 'name' | 'path' | 'depth'>;

/** Moves an agency with everything below it, in one statement. No circles, and not deeper than a tree may be. */
export async function moveSubtree(
  manager: EntityManager,
  agency: Moved,
  parent: Moved | null,
): Promise<void> {
  if (parent?.path.startsWith(agency.path))
    throw new Refusal('AGENCY_CYCLE', `“${parent.name}”在“${agency.name}”之下，不能作它的上级。`, [
      'input',
      'parent',
    ]);
  const deeper = (parent?.depth ?? 0) + 1 - agency.depth;
  const [below] = await manager.query<{ depth: number }[]>(
    'SELECT max(depth) AS depth FROM agency WHERE starts_with(path, $1::text)',
    [agency.path],
  );
  if ((below?.depth ?? agency.depth) + deeper > deepest) throw tooDeep(agency.code).at(['input', 'parent']);
  // In the order in which everybody locks them.
  await manager.query('SELECT FROM agency WHERE starts_with(path, $1::text) ORDER BY id FOR UPDATE', [
    agency.path,
  ]);
  await manager.query(
    `UPDATE agency SET path = $2::text || substr(path, length($1::text) + 1), depth = depth + $3::int,
       parent_id = CASE WHEN id = $4::uuid THEN $5::uuid ELSE parent_id END
     WHERE starts_with(path, $1::text)`,
    [agency.path, `${parent?.path ?? '/'}${agency.id}/`, deeper, agency.id, parent?.id ?? null],
  );
}
