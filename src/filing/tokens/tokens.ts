import { randomBytes } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Role } from '../../../entities/access/Role.js';
import { Token } from '../../../entities/access/Token.js';
import { actorWords, commandLineName, type Actor } from '../access/actor.js';
import { appendAudit, systemChain, type AuditEvent } from '../audit/appendAudit.js';
import { findAgencyInScope } from '../agencies/listAgencies.js';
import { loadToken, type TokenRecord } from './listTokens.js';
import { Refusal } from '../refusal.js';
import { sha256 } from '../sha256.js';
import { storableText } from '../storable.js';
import { newId } from '../newId.js';

export interface TokenToCreate {
  /** Of a person or a system; goes into the audit trail and is never used again. */
  readonly name: string;
  readonly role: Role;
  /** The code of the agency whose subtree it opens; null opens all. */
  readonly scope: string | null;
  /** From then on it opens nothing; null: until it is revoked. */
  readonly expiresAt: Date | null;
}

export interface CreatedToken {
  readonly token: string;
  readonly record: TokenRecord;
}

/**
 * A new token. It is shown this once; only its hash is kept. Nobody makes a token that opens more, or longer,
 * than its own. TOKEN_EXISTS, AGENCY_UNKNOWN, FORBIDDEN, INVALID_REQUEST.
 */
export async function createToken(
  manager: EntityManager,
  actor: Actor,
  request: TokenToCreate,
  at = new Date(),
): Promise<CreatedToken> {
  const name = cleanName(request.name);
  const scope = await scopeOf(manager, actor, request.scope);
  if (request.role === Role.FILER && scope === null)
    throw new Refusal('INVALID_REQUEST', '填报的令牌必须写明是哪个机关的。请填写范围（机关代码）。', [
      'scope',
    ]);
  await requireExpiry(manager, actor, request.expiresAt, at);
  const token = `nb_${randomBytes(32).toString('base64url')}`;
  const record: TokenRecord = {
    id: newId(),
    name,
    role: request.role,
    scope,
    expiresAt: request.expiresAt,
    createdBy: actor.name,
    createdAt: at,
    revokedAt: null,
  };
  const isTaken = name === commandLineName || (await isPersonsName(manager, name));
  if (isTaken || !(await insertToken(manager, record, sha256(token))))
    throw new Refusal('TOKEN_EXISTS', `令牌名称“${name}”已被使用。请换一个名称。`, ['name']);
  await appendAudit(manager, actor, at, [tokenEvent('TOKEN_CREATED', record)]);
  return { token, record };
}

/** From now on the token opens nothing. TOKEN_UNKNOWN for one that opens more than the actor's own. */
export async function revokeToken(
  manager: EntityManager,
  actor: Actor,
  asked: string,
  at = new Date(),
): Promise<TokenRecord> {
  const name = storableText(asked).trim();
  const found = await manager.findOne(Token, {
    where: { name, revokedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  const record = found && (await loadToken(manager, actor, found.id));
  if (!record) throw new Refusal('TOKEN_UNKNOWN', `没有名称为“${name}”的令牌，或已撤销。`, ['name']);
  await manager.update(Token, { id: record.id }, { revokedAt: at });
  const revoked = { ...record, revokedAt: at };
  await appendAudit(manager, actor, at, [tokenEvent('TOKEN_REVOKED', revoked)]);
  return revoked;
}

/** False when the name is taken. */
async function insertToken(manager: EntityManager, record: TokenRecord, hash: string): Promise<boolean> {
  const { id, name, role, scope, expiresAt, createdBy, createdAt } = record;
  const inserted = await manager.query<object[]>(
    `INSERT INTO token (id, name, hash, role, scope_agency_id, expires_at, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name) DO NOTHING RETURNING id`,
    [
      ...[id, name, hash, role, scope?.id ?? null, expiresAt?.toISOString() ?? null],
      ...[createdBy, createdAt.toISOString()],
    ],
  );
  return inserted.length > 0;
}

/** The audit trail names tokens and people: nobody is taken for another. */
async function isPersonsName(manager: EntityManager, name: string): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT FROM account WHERE name = $1 OR display_name || '（' || name || '）' = $1 LIMIT 1`,
    [name],
  );
  return found.length > 0;
}

function cleanName(given: string): string {
  const name = storableText(given).trim();
  if (name !== '' && name.length <= 100) return name;
  throw new Refusal('INVALID_REQUEST', '请填写令牌的名称（1 至 100 字），例如使用人或系统的名称。', ['name']);
}

async function scopeOf(manager: EntityManager, actor: Actor, code: string | null): Promise<Agency | null> {
  if (code === null) {
    if (actor.scope === null) return null;
    throw new Refusal(
      'FORBIDDEN',
      `${actorWords(actor)}只管 ${actor.scope.code} 及其下级，不能发放没有范围的令牌。请填写范围。`,
      ['scope'],
    );
  }
  const agency = await findAgencyInScope(manager, actor, code);
  if (agency) return agency;
  throw new Refusal('AGENCY_UNKNOWN', `没有登记“${code}”。请核对机关代码。`, ['scope']);
}

/** A token for a few days does not outlive itself by making another. */
async function requireExpiry(
  manager: EntityManager,
  actor: Actor,
  expiresAt: Date | null,
  at: Date,
): Promise<void> {
  if (expiresAt !== null && expiresAt <= at)
    throw new Refusal('INVALID_REQUEST', '有效期已过。请填写将来的日期，或不填。', ['expiresAt']);
  const own = await manager.findOneBy(Token, { name: actor.name });
  const latest = own?.expiresAt ?? null;
  if (latest !== null && (expiresAt === null || expiresAt > latest))
    throw new Refusal(
      'FORBIDDEN',
      `令牌“${actor.name}”到 ${latest.toISOString()} 为止，不能发放比它更久的令牌。请填写更早的有效期。`,
      ['expiresAt'],
    );
}

function tokenEvent(
  action: 'TOKEN_CREATED' | 'TOKEN_REVOKED',
  { id, name, role, scope, expiresAt }: TokenRecord,
): AuditEvent {
  return {
    chain: scope?.id ?? systemChain,
    action,
    reason: null,
    agencyId: scope?.id ?? null,
    reportId: null,
    version: null,
    changes: [],
    details: {
      token: id,
      name,
      role,
      scope: scope?.code ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    },
  };
}
