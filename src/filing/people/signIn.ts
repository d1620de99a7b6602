import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { Account } from '../../../entities/people/Account.js';
import { appendAudit } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { findAccount, officesOf, type Office } from './accounts.js';
import { personEvent } from './peopleEvents.js';
import { actorName } from './personName.js';
import { isPassword, wasteTime } from './passwords.js';
import { startSession } from './sessions.js';
import { signInLimits } from '../../words/signInLimits.js';
import { countAttempt, forgetOldAttempts, forgiveAttempt } from './signInAttempts.js';

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Where an attempt came from. */
export interface Origin {
  readonly address: string;
  readonly requestId: string | null;
}

export interface SignedIn {
  /** For the cookie. */
  readonly secret: string;
  readonly account: Account;
  readonly office: Office;
}

/**
 * Signs somebody in with a password. SIGN_IN_REFUSED, the same whether the name is unknown, the password wrong
 * or the account closed; SIGN_IN_LOCKED after too many failures. All of it leaves its trace.
 */
export async function signIn(
  database: DataSource,
  { name, password }: Credentials,
  origin: Origin,
  at = new Date(),
): Promise<SignedIn> {
  const { manager } = database;
  await forgetOldAttempts(manager, at);
  await countAttempt(manager, 'address', origin.address, at);
  const count = await countAttempt(manager, 'name', name, at);
  const account = await findAccount(manager, name);
  const isRight = account ? await isPassword(password, account.passwordHash) : await wasted(password);
  if (!account || !isRight || account.closedAt !== null) {
    await inTransaction(database, (inside) => auditFailure(inside, account, { origin, count, at }));
    throw refused();
  }
  return inTransaction(database, async (inside) => {
    await forgiveAttempt(inside, name, origin.address);
    return enter(inside, account, { origin, at, means: 'password' });
  });
}

/** Signs in whoever has shown who she is. SIGN_IN_REFUSED when she has no office any more. */
export async function enter(
  manager: EntityManager,
  account: Account,
  { origin, at, means }: { readonly origin: Origin; readonly at: Date; readonly means: 'password' | 'oidc' },
): Promise<SignedIn> {
  const [office] = await officesOf(manager, [account.id]);
  if (!office) throw refused();
  const secret = await startSession(manager, account, {
    office,
    way: { address: origin.address, byPassword: means === 'password' },
    at,
  });
  await appendAudit(manager, { name: actorName(account), role: office.role, ...origin }, at, [
    personEvent('SIGNED_IN', office, { account: account.name, means }),
  ]);
  return { secret, account, office };
}

async function wasted(password: string): Promise<false> {
  await wasteTime(password);
  return false;
}

/** Names that nobody has are not kept: people type passwords into the wrong field. */
async function auditFailure(
  manager: EntityManager,
  account: Account | null,
  { origin, count, at }: { readonly origin: Origin; readonly count: number; readonly at: Date },
): Promise<void> {
  const [office] = account ? await officesOf(manager, [account.id]) : [];
  const action = count === signInLimits.name.failures ? 'SIGN_IN_LOCKED' : 'SIGN_IN_FAILED';
  await appendAudit(manager, { name: '未登录', role: null, ...origin }, at, [
    personEvent(action, office, {
      account: account?.name ?? null,
      closed: account !== null && account.closedAt !== null,
    }),
  ]);
}

function refused(): Refusal {
  return new Refusal(
    'SIGN_IN_REFUSED',
    '账号或密码不对，或账号已停用。请核对后再试；忘记密码的，请上级机关或管理员重置。',
  );
}
