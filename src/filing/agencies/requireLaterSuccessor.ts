import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Refusal } from '../refusal.js';

/** Refuses to merge an agency into itself, or into one that was merged into it. */
export async function requireLaterSuccessor(
  manager: EntityManager,
  agency: Pick<Agency, 'id' | 'name'>,
  into: Pick<Agency, 'id' | 'name'>,
): Promise<void> {
  const [found] = await manager.query<object[]>(
    `WITH RECURSIVE later AS (
       SELECT id, successor_id FROM agency WHERE id = $1::uuid
       UNION SELECT agency.id, agency.successor_id FROM agency JOIN later ON agency.id = later.successor_id)
     SELECT id FROM later WHERE id = $2::uuid`,
    [into.id, agency.id],
  );
  if (!found) return;
  throw new Refusal(
    'AGENCY_CYCLE',
    into.id === agency.id
      ? `“${agency.name}”不能并入自己。`
      : `“${into.name}”已经并入“${agency.name}”，不能反过来再并入。`,
    ['into'],
  );
}
