import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import type { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import type { Actor } from '../access/actor.js';
import { loadAgencies } from './loadAgencies.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { Conditions, listByKeys, listsByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { isInScope } from '../access/reach.js';
import { requireYear } from '../requireYear.js';
import { withinScope } from '../access/withinScope.js';
import type { Id } from '../../brands/brands.js';

export interface AgencyFilter {
  readonly codes?: readonly string[] | null;
  /** Part of the name, an alias or the code. */
  readonly search?: string | null;
  /** The code of an agency: it and everything below it. */
  readonly under?: string | null;
  /** Only those directly below this one. */
  readonly parentId?: Id<'Agency'> | null;
  readonly kinds?: readonly AgencyKind[] | null;
  readonly levels?: readonly AgencyLevel[] | null;
  readonly consolidates?: boolean | null;
  /** Only those that exist at the end of this year. */
  readonly validIn?: number | null;
}

export interface AgencyQuery extends PageRequest {
  readonly filter?: AgencyFilter | null;
}

/** A page of the agencies in the scope of the actor, by code. */
export async function listAgencies(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: AgencyQuery,
): Promise<Page<Agency>> {
  const { codes, search, under, parentId, kinds, levels, consolidates, validIn } = query.filter ?? {};
  const lastDay = validIn == null ? null : `${requireYear(validIn, ['filter', 'validIn'])}-12-31`;
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => `SELECT ${agencyColumns}${alsoSelected} FROM agency`,
      conditions: withinScope(new Conditions(), actor)
        .add((parameter) => `code = ANY(${parameter}::text[])`, codes)
        .add(
          (parameter) =>
            `position(${parameter}::text IN concat_ws(' ', code, name, array_to_string(aliases, ' '))) > 0`,
          search,
        )
        .add(atOrBelow(actor), under)
        .add((parameter) => `parent_id = ${parameter}::uuid`, parentId)
        .add((parameter) => `kind = ANY(${parameter}::text[])`, kinds)
        .add((parameter) => `level = ANY(${parameter}::text[])`, levels)
        .add((parameter) => `consolidates = ${parameter}::boolean`, consolidates)
        .add((parameter) => `(valid_from IS NULL OR valid_from <= ${parameter}::date)`, lastDay)
        .add((parameter) => `(valid_to IS NULL OR valid_to >= ${parameter}::date)`, lastDay),
      order: [{ sql: 'code', type: 'text' }],
    },
    query,
    (row: Agency) => agencyOf(row),
  );
}

/** A page of the agencies directly below each of these, by code. One query. */
export function listChildren(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  parentIds: readonly string[],
  page: PageRequest,
): Promise<Map<string, Page<Agency>>> {
  return listsByKeys(
    manager,
    () => ({
      select: (alsoSelected) => `SELECT ${agencyColumns}${alsoSelected} FROM agency`,
      conditions: withinScope(new Conditions(), actor),
      order: [{ sql: 'code', type: 'text' }],
    }),
    { lists: { ids: parentIds, column: 'agency.parent_id' }, page, itemOf: (row: Agency) => agencyOf(row) },
  );
}

/**
 * SQL: `agency` is the one with this code, or below it. One that the scope does not open is as if it did not
 * exist, also where something of the scope is below it.
 */
export function atOrBelow({ scope }: Pick<Actor, 'scope'>): (code: string) => string {
  const isOpen = scope === null ? '' : `AND starts_with(top.path, '${scope.path.replaceAll("'", "''")}')`;
  return (code) =>
    `EXISTS (SELECT FROM agency AS top
       WHERE top.code = ${code}::text ${isOpen} AND starts_with(agency.path, top.path))`;
}

export async function loadAgency(manager: EntityManager, code: string): Promise<Agency | null> {
  const [agency] = await loadAgencies(manager, [code]);
  return agency ?? null;
}

/** The agency with this code, if the actor may know of it. */
export async function findAgencyInScope(
  manager: EntityManager,
  { scope }: Pick<Actor, 'scope'>,
  code: string,
): Promise<Agency | null> {
  const agency = await loadAgency(manager, code);
  return agency && isInScope(scope, agency) ? agency : null;
}
