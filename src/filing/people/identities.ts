import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Account } from '../../../entities/people/Account.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { storableText } from '../storable.js';
import { findAccountById } from './accounts.js';
import { manageAccount } from './manageAccount.js';
import { personEvent } from './peopleEvents.js';
import type { Id } from '../../brands/brands.js';

/** Who somebody is for an OpenID provider: a subject means nothing without its issuer. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** From now on the identity signs in to this account. IDENTITY_REFUSED when it is another's. */
export async function bindIdentity(
  manager: EntityManager,
  actor: Actor,
  { name, given, at = new Date() }: { readonly name: string; readonly given: Identity; readonly at?: Date },
): Promise<Account> {
  const { account, offices } = await manageAccount(manager, actor, name);
  const { issuer, subject } = cleanIdentity(given);
  const bound = await manager.query<object[]>(
    `INSERT INTO oidc_identity (id, account_id, issuer, subject, bound_at, bound_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
    [randomUUID(), account.id, issuer, subject, at.toISOString(), actor.name],
  );
  if (bound.length === 0)
    throw new Refusal('IDENTITY_REFUSED', '这个统一身份已经绑定了账号。请核对，或先解除。', ['subject']);
  await appendAudit(manager, actor, at, [
    personEvent('IDENTITY_BOUND', offices[0], { account: account.name, issuer, subject }),
  ]);
  return account;
}

/** From now on no identity signs in to this account. */
export async function unbindIdentities(
  manager: EntityManager,
  actor: Actor,
  name: string,
  at = new Date(),
): Promise<Account> {
  const { account, offices } = await manageAccount(manager, actor, name);
  const gone = await manager.query<object[]>('SELECT FROM oidc_identity WHERE account_id = $1', [account.id]);
  if (gone.length === 0) throw new Refusal('NOTHING_CHANGED', `账号“${name}”没有绑定统一身份。`, ['name']);
  await manager.query('DELETE FROM oidc_identity WHERE account_id = $1', [account.id]);
  await appendAudit(manager, actor, at, [
    personEvent('IDENTITY_UNBOUND', offices[0], { account: account.name, count: gone.length }),
  ]);
  return account;
}

/** The account that is bound to an identity, unless it is closed. */
export async function accountOf(
  manager: EntityManager,
  { issuer, subject }: Identity,
): Promise<Account | null> {
  const [bound] = await manager.query<{ accountId: Id<'Account'> }[]>(
    'SELECT account_id AS "accountId" FROM oidc_identity WHERE issuer = $1 AND subject = $2',
    [issuer, subject],
  );
  const account = bound ? await findAccountById(manager, bound.accountId) : null;
  return account?.closedAt === null ? account : null;
}

function cleanIdentity({ issuer, subject }: Identity): Identity {
  const cleaned = { issuer: storableText(issuer).trim(), subject: storableText(subject).trim() };
  if (Object.values(cleaned).every((text) => text !== '' && text.length <= 500)) return cleaned;
  throw new Refusal('INVALID_REQUEST', '请填写统一身份的 issuer 和 subject（网页上有）。', ['subject']);
}
