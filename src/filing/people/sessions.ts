import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../../entities/access/Role.js';
import type { Account } from '../../../entities/people/Account.js';
import type { Actor, Scope } from '../access/actor.js';
import type { RequestOf } from '../access/authenticate.js';
import { sha256 } from '../sha256.js';
import type { Office } from './accounts.js';
import { actorName } from './personName.js';
import type { Id } from '../../brands/brands.js';

const minute = 60_000;

/** How long somebody stays signed in. */
export const sessionLimits = {
  /** Without doing anything. */
  idleMilliseconds: 30 * minute,
  /** Whatever is done. */
  wholeMilliseconds: 12 * 60 * minute,
  /** How exactly it is known when somebody was seen last. */
  seenMilliseconds: minute,
} as const;

/** Signs somebody in. Answers what the cookie is to hold: 256 bits, of which only a digest is kept. */
export async function startSession(
  manager: EntityManager,
  account: Account,
  {
    office,
    way: { address, byPassword },
    at,
  }: {
    readonly office: Office;
    readonly way: { readonly address: string; readonly byPassword: boolean };
    readonly at: Date;
  },
): Promise<string> {
  await endOldSessions(manager, at);
  const secret = randomBytes(32).toString('base64url');
  await manager.query(
    `INSERT INTO session (id, hash, account_id, office_id, by_password, started_at, seen_at, previous_at,
       previous_from)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      ...[randomUUID(), sha256(secret), account.id, office.id, byPassword, at.toISOString()],
      ...[
        account.signedInAt === null ? null : new Date(account.signedInAt).toISOString(),
        account.signedInFrom,
      ],
    ],
  );
  await manager.query('UPDATE account SET signed_in_at = $2, signed_in_from = $3 WHERE id = $1', [
    ...[account.id, at.toISOString(), address],
  ]);
  return secret;
}

interface SessionRow extends Scope {
  readonly sessionId: string;
  readonly accountId: Id<'Account'>;
  readonly name: string;
  readonly displayName: string;
  readonly passwordChangeRequired: boolean;
  readonly officeId: Id<'Office'>;
  readonly role: Role;
  readonly seenAt: Date;
  readonly previousAt: Date | null;
  readonly previousFrom: string | null;
}

/** Who is signed in with a cookie; null when it has ended, for whatever reason, or never was one. */
export async function authenticateSession(
  manager: EntityManager,
  secret: string,
  { address, requestId, separated = false }: RequestOf,
  at = new Date(),
): Promise<Actor | null> {
  const [found] = await manager.query<SessionRow[]>(
    `SELECT session.id AS "sessionId", account.id AS "accountId", account.name,
       account.display_name AS "displayName", account.password_change_required AND session.by_password AS "passwordChangeRequired",
       office.id AS "officeId", office.role, session.seen_at AS "seenAt", session.previous_at AS "previousAt",
       session.previous_from AS "previousFrom", agency.id AS "agencyId", agency.code, agency.path
     FROM session JOIN account ON account.id = session.account_id
       JOIN account_office AS office ON office.id = session.office_id
       LEFT JOIN agency ON agency.id = office.agency_id
     WHERE session.hash = $1 AND account.closed_at IS NULL AND session.seen_at > $2 AND session.started_at > $3`,
    [sha256(secret), ...endsBefore(at)],
  );
  if (!found) return null;
  if (at.getTime() - new Date(found.seenAt).getTime() >= sessionLimits.seenMilliseconds)
    await manager.query('UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2', [
      ...[found.sessionId, at.toISOString()],
    ]);
  const { name, displayName, role, agencyId, code, path, accountId, sessionId, officeId } = found;
  const { passwordChangeRequired, previousAt, previousFrom } = found;
  return {
    name: actorName({ name, displayName }),
    person: {
      ...{ accountId, account: name, displayName, sessionId, officeId, passwordChangeRequired },
      ...{ previousAt, previousFrom },
    },
    role,
    separated,
    scope: agencyId === null ? null : { agencyId, code, path },
    // Until it is known what is asked for, it reaches as little as can be.
    reach: 'OWN',
    address,
    requestId,
  };
}

/** Signs somebody out, everywhere or everywhere but in one session. */
export async function endSessions(
  manager: EntityManager,
  accountId: Id<'Account'>,
  but?: string,
): Promise<void> {
  await manager.query('DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2::uuid', [
    ...[accountId, but ?? null],
  ]);
}

export async function endSession(manager: EntityManager, sessionId: string): Promise<void> {
  await manager.query('DELETE FROM session WHERE id = $1', [sessionId]);
}

async function endOldSessions(manager: EntityManager, at: Date): Promise<void> {
  await manager.query('DELETE FROM session WHERE seen_at <= $1 OR started_at <= $2', endsBefore(at));
}

/** Sessions not seen since the first, or begun before the second, have ended. */
function endsBefore(at: Date): [string, string] {
  const { idleMilliseconds, wholeMilliseconds } = sessionLimits;
  return [
    new Date(at.getTime() - idleMilliseconds).toISOString(),
    new Date(at.getTime() - wholeMilliseconds).toISOString(),
  ];
}
