import { randomBytes, randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { Token } from '../../entities/Token.js';
import { Role } from '../../entities/Role.js';
import type { Actor, Scope } from './actor.js';
import { appendAudit, systemChain, type AuditEvent } from './appendAudit.js';
import { Refusal } from './refusal.js';
import { sha256 } from './sha256.js';
import { storableText } from './storable.js';

/** A new token. It is shown this once; only its hash is kept. */
export async function createToken(
  manager: EntityManager,
  actor: Actor,
  name: string,
): Promise<{ token: string; record: Token }> {
  const clean = storableText(name).trim();
  if (clean === '' || clean.length > 100)
    throw new Refusal('INVALID_REQUEST', '请填写令牌的名称（1 至 100 字），例如使用人或系统的名称。', [
      'name',
    ]);
  const token = `nb_${randomBytes(32).toString('base64url')}`;
  const record: Token = {
    id: randomUUID(),
    name: clean,
    hash: sha256(token),
    role: Role.ADMINISTRATOR,
    scopeAgencyId: null,
    expiresAt: null,
    createdBy: actor.name,
    createdAt: new Date(),
    revokedAt: null,
  };
  const inserted = await manager.query<{ id: string }[]>(
    `INSERT INTO token (id, name, hash, created_at, role, created_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (name) DO NOTHING RETURNING id`,
    [record.id, record.name, record.hash, record.createdAt.toISOString(), record.role, record.createdBy],
  );
  if (inserted.length === 0)
    throw new Refusal('TOKEN_EXISTS', `令牌名称“${clean}”已被使用。请换一个名称。`, ['name']);
  await appendAudit(manager, actor, record.createdAt, [tokenEvent('TOKEN_CREATED', record)]);
  return { token, record };
}

/** From now on the token opens nothing. */
export async function revokeToken(manager: EntityManager, actor: Actor, name: string): Promise<Token> {
  const record = await manager.findOne(Token, {
    where: { name: name.trim(), revokedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (!record) throw new Refusal('TOKEN_UNKNOWN', `没有名称为“${name.trim()}”的令牌，或已撤销。`, ['name']);
  record.revokedAt = new Date();
  await manager.update(Token, { id: record.id }, { revokedAt: record.revokedAt });
  await appendAudit(manager, actor, record.revokedAt, [tokenEvent('TOKEN_REVOKED', record)]);
  return record;
}

/** Who shows a token that is in force; null when it is revoked, has expired or never was one. */
export async function authenticate(
  manager: EntityManager,
  token: string,
  request: Pick<Actor, 'address' | 'requestId'>,
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
  const { address, requestId } = request;
  return {
    name,
    role,
    scope: agencyId === null ? null : { agencyId, code, path },
    reach: 'OWN',
    address,
    requestId,
  };
}

interface TokenRow extends Scope {
  readonly name: string;
  readonly role: Role;
}

export async function listTokens(manager: EntityManager): Promise<Token[]> {
  return manager.find(Token, { order: { createdAt: 'ASC', name: 'ASC' } });
}

function tokenEvent(action: 'TOKEN_CREATED' | 'TOKEN_REVOKED', { id, name }: Token): AuditEvent {
  return {
    chain: systemChain,
    action,
    reason: null,
    agencyId: null,
    reportId: null,
    version: null,
    changes: [],
    details: { token: id, name },
  };
}
