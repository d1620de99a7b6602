import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Token } from '../../../entities/access/Token.js';
import type { Actor } from '../access/actor.js';
import { agencyColumnsWith, agencyOf } from '../agencies/agencyRows.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { withinScope } from '../access/withinScope.js';

/** A token as it may be shown: without its hash. */
export interface TokenRecord extends Omit<Token, 'hash' | 'scopeAgencyId'> {
  /** Whose subtree it opens; null opens all. */
  readonly scope: Agency | null;
}

const scopePrefix = 'scope.';

function selectTokens(alsoSelected = ''): string {
  return `SELECT token.id, token.name, token.role, token.expires_at AS "expiresAt",
      token.created_by AS "createdBy", token.created_at AS "createdAt", token.revoked_at AS "revokedAt",
      ${agencyColumnsWith(scopePrefix)}${alsoSelected}
    FROM token LEFT JOIN agency ON agency.id = token.scope_agency_id`;
}

type TokenRow = Omit<TokenRecord, 'scope'> & { readonly 'scope.id': string | null };

/** A page of the tokens that open no more than the actor's own, the oldest first; revoked ones too. */
export function listTokens(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  page: PageRequest,
): Promise<Page<TokenRecord>> {
  return listByKeys(
    manager,
    {
      select: selectTokens,
      conditions: withinScope(new Conditions(), actor),
      order: [
        { sql: 'token.created_at', type: 'timestamptz' },
        { sql: 'token.id', type: 'uuid' },
      ],
    },
    page,
    tokenOf,
  );
}

/** A token that opens no more than the actor's own. */
export async function loadToken(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  id: string,
): Promise<TokenRecord | null> {
  const conditions = withinScope(new Conditions(), actor).add((parameter) => `token.id = ${parameter}`, id);
  const [row] = await manager.query<TokenRow[]>(`${selectTokens()}${conditions.sql}`, conditions.parameters);
  return row ? tokenOf(row) : null;
}

/** Whether anybody at all can use the service. */
export async function hasTokens(manager: EntityManager, at = new Date()): Promise<boolean> {
  const found = await manager.query<object[]>(
    'SELECT FROM token WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1) LIMIT 1',
    [at.toISOString()],
  );
  return found.length > 0;
}

function tokenOf(row: TokenRow): TokenRecord {
  const { id, name, role, expiresAt, createdBy, createdAt, revokedAt } = row;
  const scope = row['scope.id'] === null ? null : agencyOf(row, scopePrefix);
  return { id, name, role, expiresAt, createdBy, createdAt, revokedAt, scope };
}
