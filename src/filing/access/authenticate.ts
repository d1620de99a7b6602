import type { EntityManager } from 'typeorm';
import type { Role } from '../../../entities/access/Role.js';
import type { Actor, Scope } from './actor.js';
import { sha256 } from '../sha256.js';

interface TokenRow extends Scope {
  readonly name: string;
  readonly role: Role;
}

/**
 * Who shows a token that is in force; null when it is revoked, has expired or never was one. Which of these
 * it is, is not told: whoever holds a token learns nothing from it any more.
 */
export async function authenticate(
  manager: EntityManager,
  token: string,
  { address, requestId }: Pick<Actor, 'address' | 'requestId'>,
  at = new Date(),
): Promise<Actor | null> {
  const [shown] = await manager.query<TokenRow[]>(
    `SELECT token.name, token.role, agency.id AS "agencyId", agency.code, agency.path
     FROM token LEFT JOIN agency ON agency.id = token.scope_agency_id
     WHERE token.hash = $1 AND token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > $2)`,
    [sha256(token), at.toISOString()],
  );
  if (!shown) return null;
  const { name, role, agencyId, code, path } = shown;
  const scope = agencyId === null ? null : { agencyId, code, path };
  // Until it is known what is asked for, it reaches as little as can be.
  return { name, role, scope, reach: 'OWN', address, requestId };
}
