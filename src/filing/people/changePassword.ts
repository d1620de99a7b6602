import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import type { Actor, Person } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { findAccountById } from './accounts.js';
import { checkPassword } from './checkPassword.js';
import { hashPassword, isPassword, passwordCosts } from './passwords.js';
import { personEvent } from './peopleEvents.js';
import { endSessions } from './sessions.js';
import { countAttempt, forgetFailures } from './signInAttempts.js';

/**
 * The person who is signed in sets a password of her own; she stays signed in here, and nowhere else.
 * PASSWORD_WRONG, PASSWORD_WEAK; SIGN_IN_LOCKED for whoever guesses at the old one.
 */
export async function changePassword(
  database: DataSource,
  actor: Actor & { readonly person: Person },
  given: { readonly old: string; readonly new: string },
  at = new Date(),
): Promise<void> {
  const { accountId, account: name, displayName, sessionId } = actor.person;
  await countAttempt(database.manager, 'name', name, at);
  const account = await findAccountById(database.manager, accountId);
  if (!account || !(await isPassword(given.old, account.passwordHash)))
    throw new Refusal('PASSWORD_WRONG', '原密码不对。请核对后再试。', ['old']);
  await forgetFailures(database.manager, name);
  checkPassword(given.new, { name, displayName });
  if (given.new === given.old)
    throw new Refusal('PASSWORD_WEAK', '新密码与原密码相同。请另设一个。', ['new']);
  const passwordHash = await hashPassword(given.new, passwordCosts.chosen);
  await inTransaction(database, async (manager) => {
    await manager.query(
      'UPDATE account SET password_hash = $2, password_change_required = false WHERE id = $1',
      [accountId, passwordHash],
    );
    await endSessions(manager, accountId, sessionId);
    await appendAudit(manager, actor, at, [personEvent('PASSWORD_CHANGED', actor.scope, { account: name })]);
  });
}
