import type { EntityManager } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import { prepared } from '../../database/prepared.js';
import type { Actor } from './actor.js';
import { knownToken, rememberToken, type KnownToken } from './knownTokens.js';
import { Refusal } from '../refusal.js';
import { sha256 } from '../sha256.js';
import type { Sha256 } from '../../brands/brands.js';

/** What a request tells besides who sends it. */
export interface RequestOf extends Pick<Actor, 'address' | 'requestId'> {
  /** Whether the operator has turned 三员分立 on. */
  readonly separated?: boolean;
}

/**
 * Who shows a token that is in force; null when it is revoked, has expired or never was one. Which of these
 * it is, is not told: whoever holds a token learns nothing from it any more.
 */
export async function authenticate(
  manager: EntityManager,
  token: string,
  { address, requestId, separated = false }: RequestOf,
  at = new Date(),
): Promise<Actor | null> {
  const digest = sha256(token);
  const shown = knownToken(manager, digest) ?? (await loadToken(manager, digest));
  if (!shown || (shown.expiresAt !== null && shown.expiresAt <= at)) return null;
  const { name, role, agencyId, code, path } = shown;
  // From before a filer's token had to say whose it is: it would correct the reports of everybody.
  if (role === Role.FILER && agencyId === null)
    throw new Refusal(
      'FORBIDDEN',
      `令牌“${name}”的角色是“填报”，却没有写明是哪个机关的，不能使用。请管理员撤销后重新发放，写明范围（--scope 机关代码）。`,
    );
  const scope = agencyId === null ? null : { agencyId, code, path };
  // Until it is known what is asked for, it reaches as little as can be.
  return { name, person: null, role, separated, scope, reach: 'OWN', address, requestId };
}

async function loadToken(manager: EntityManager, digest: Sha256): Promise<KnownToken | undefined> {
  const [found] = await manager.query<KnownToken[]>(inForce, [digest]);
  if (found) rememberToken(manager, digest, found);
  return found;
}

const inForce = prepared(
  `SELECT token.name, token.role, token.expires_at AS "expiresAt", agency.id AS "agencyId", agency.code, agency.path
   FROM token LEFT JOIN agency ON agency.id = token.scope_agency_id
   WHERE token.hash = $1 AND token.revoked_at IS NULL`,
);
