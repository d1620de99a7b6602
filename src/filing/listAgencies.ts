import type { EntityManager } from 'typeorm';
import { Agency } from '../../entities/Agency.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { Conditions, listByKeys } from './listQuery.js';
import { storableText } from './storable.js';
import type { Page, PageRequest } from './page.js';

export interface AgencyFilter {
  readonly codes?: readonly string[] | null;
  /** Part of the name, an alias or the code. */
  readonly search?: string | null;
}

export interface AgencyQuery extends PageRequest {
  readonly filter?: AgencyFilter | null;
}

/** A page of agencies by code. */
export async function listAgencies(manager: EntityManager, query: AgencyQuery): Promise<Page<Agency>> {
  const { codes, search } = query.filter ?? {};
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => `SELECT ${agencyColumns}${alsoSelected} FROM agency`,
      conditions: new Conditions()
        .add((parameter) => `code = ANY(${parameter}::text[])`, codes)
        .add(
          (parameter) =>
            `position(${parameter}::text IN concat_ws(' ', code, name, array_to_string(aliases, ' '))) > 0`,
          search,
        ),
      order: [{ sql: 'code', type: 'text' }],
    },
    query,
    (row: Agency) => agencyOf(row),
  );
}

export async function loadAgency(manager: EntityManager, code: string): Promise<Agency | null> {
  return manager.findOneBy(Agency, { code: storableText(code) });
}
