import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import { isInScope } from '../access/reach.js';
import { withinScope } from '../access/withinScope.js';
import { fieldsOf } from './agencyValues.js';
import type { AgencyLine } from './agencyTable.js';

const rowsAtOnce = 500;

/** The reporting tree line by line, parents before what is below them; all the actor may know of. */
export async function* listTree(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  /** Only what is at or below this path. */
  under: string | null = null,
): AsyncGenerator<AgencyLine> {
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof listByKeys<TreeRow, AgencyLine>>> = await listByKeys<
      TreeRow,
      AgencyLine
    >(
      manager,
      {
        select: (
          alsoSelected,
        ) => `SELECT ${agencyColumns}, above.code AS "parentCode", above.path AS "parentPath",
            successor.code AS "successorCode", successor.path AS "successorPath"${alsoSelected}
          FROM agency LEFT JOIN agency AS above ON above.id = agency.parent_id
          LEFT JOIN agency AS successor ON successor.id = agency.successor_id`,
        conditions: withinScope(new Conditions(), actor).add(
          (parameter) => `starts_with(agency.path, ${parameter}::text)`,
          under,
        ),
        order: [
          { sql: 'agency.depth', type: 'int' },
          { sql: 'agency.code', type: 'text' },
        ],
      },
      { first: rowsAtOnce, after },
      (row) => {
        const agency = agencyOf(row);
        const known = (code: string | null, path: string | null) =>
          path !== null && isInScope(actor.scope, { path }) ? code : null;
        return {
          ...fieldsOf(agency, known(row.parentCode, row.parentPath)),
          code: agency.code,
          successor: known(row.successorCode, row.successorPath),
        };
      },
    );
    for (const { item } of page.items) yield item;
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage || after === null) return;
  }
}

interface TreeRow {
  readonly parentCode: string | null;
  readonly parentPath: string | null;
  readonly successorCode: string | null;
  readonly successorPath: string | null;
}
