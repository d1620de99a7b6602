import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { storableText } from '../storable.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import type { Id } from '../../brands/brands.js';

/**
 * Writers of one agency's reports come one after another: the findings of a year depend on the year
 * before. Always locked in the same order, so that two writers never wait for each other.
 */
export async function lockAgencies(manager: EntityManager, ids: readonly Id<'Agency'>[]): Promise<void> {
  await manager.query('SELECT id FROM agency WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
}

/** The agency with this code, locked, if the actor may know of it. */
export async function lockAgencyInScope(
  manager: EntityManager,
  { scope }: Pick<Actor, 'scope'>,
  code: string,
): Promise<Agency | null> {
  const [row] = await manager.query<object[]>(
    `SELECT ${agencyColumns} FROM agency WHERE code = $1 AND starts_with(path, $2::text) FOR UPDATE`,
    [storableText(code), scope?.path ?? ''],
  );
  return row ? agencyOf(row) : null;
}

/**
 * One change of the reporting tree after another, to the end of the transaction: a move takes along all that is
 * below, and two moves at once could make a circle. Whoever reads waits for nobody.
 */
export async function lockTree(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE agency IN SHARE ROW EXCLUSIVE MODE');
}
