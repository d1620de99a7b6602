import type { EntityManager } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';
import { updateRows } from '../insertRows.js';
import { toJson } from '../storable.js';
import { deepest, tooDeep } from './placeAgencies.js';
import type { Moved } from './RegisteredTree.js';

/** Stores changed agencies, and takes along all that is below those that were moved: in a statement each. */
export async function storeChanged(
  manager: EntityManager,
  changed: readonly Agency[],
  moved: readonly Moved[],
): Promise<void> {
  if (moved.length > 0) await moveSubtrees(manager, moved);
  await updateRows(manager, Agency, changed);
}

/** What is below several that were moved goes with the nearest. Not deeper than a tree may be. */
async function moveSubtrees(manager: EntityManager, moved: readonly Moved[]): Promise<void> {
  // In the order in which everybody locks them.
  await manager.query(
    `SELECT FROM agency WHERE EXISTS (SELECT FROM unnest($1::text[]) AS root WHERE starts_with(path, root))
     ORDER BY id FOR UPDATE`,
    [moved.map(({ before }) => before.path)],
  );
  const [below] = await manager.query<Pick<Agency, 'path'>[]>(
    `WITH placed AS (
       UPDATE agency SET path = given.after || substr(path, length(given.before) + 1), depth = depth + given.deeper
       FROM (
         SELECT DISTINCT ON (below.id) below.id, root.* FROM jsonb_to_recordset($1::jsonb)
           AS root(before text, after text, deeper int) JOIN agency AS below ON starts_with(below.path, root.before)
         ORDER BY below.id, length(root.before) DESC) AS given
       WHERE agency.id = given.id RETURNING path, depth)
     SELECT path FROM placed WHERE depth > $2 ORDER BY depth, path LIMIT 1`,
    [
      toJson(
        moved.map(({ agency, before }) => ({
          before: before.path,
          after: agency.path,
          deeper: agency.depth - before.depth,
        })),
      ),
      deepest,
    ],
  );
  if (!below) return;
  const at = moved.find(({ agency }) => below.path.startsWith(agency.path));
  throw tooDeep(at?.agency.code ?? '').at(['input', 'parent']);
}
