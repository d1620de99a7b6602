import type { EntityManager } from 'typeorm';
import type { Account } from '../../../entities/people/Account.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import {
  cleanTelephone,
  firstPassword,
  giveOffices,
  officesToGive,
  officeWords,
  requireFreeName,
  type CreatedPerson,
  type OfficeToGive,
} from './createAccount.js';
import { manageAccount } from './manageAccount.js';
import { personEvent } from './peopleEvents.js';
import { cleanDisplayName } from './personName.js';
import { endSessions } from './sessions.js';
import { forgetFailures } from './signInAttempts.js';

/** What is left out stays as it is. */
export interface PersonChanges {
  readonly displayName?: string | null;
  readonly telephone?: string | null;
  readonly offices?: readonly OfficeToGive[] | null;
}

/** Another display name, telephone or offices. With other offices the person signs in anew. */
export async function changeAccount(
  manager: EntityManager,
  actor: Actor,
  {
    name,
    changes: { displayName, telephone, offices },
    at = new Date(),
  }: { readonly name: string; readonly changes: PersonChanges; readonly at?: Date },
): Promise<Account> {
  const managed = await manageAccount(manager, actor, name);
  const { account } = managed;
  const changed = {
    displayName: displayName == null ? account.displayName : cleanDisplayName(displayName),
    telephone: telephone === undefined ? account.telephone : cleanTelephone(telephone),
  };
  const given = offices == null ? null : await officesToGive(manager, actor, offices);
  const before = officeWords(managed.offices.map(({ role, code }) => ({ role, agency: code })));
  const after = given === null ? before : officeWords(given);
  if (
    changed.displayName === account.displayName &&
    changed.telephone === account.telephone &&
    after === before
  )
    throw new Refusal('NOTHING_CHANGED', '没有任何改动。请核对。');
  await requireFreeName(manager, { name: account.name, displayName: changed.displayName });
  await manager.query('UPDATE account SET display_name = $2, telephone = $3 WHERE id = $1', [
    ...[account.id, changed.displayName, changed.telephone],
  ]);
  if (given !== null && after !== before) {
    await endSessions(manager, account.id);
    await manager.query('DELETE FROM account_office WHERE account_id = $1', [account.id]);
    await giveOffices(manager, account.id, given);
  }
  await appendAudit(manager, actor, at, [
    personEvent('PERSON_CHANGED', managed.offices[0], {
      ...{ account: account.name, displayName: changed.displayName },
      ...{ officesBefore: before, offices: after },
      telephoneChanged: changed.telephone !== account.telephone,
    }),
  ]);
  return { ...account, ...changed };
}

/** Somebody leaves: she is signed out everywhere and signs in no more. What she did goes on naming her. */
export async function closeAccount(
  manager: EntityManager,
  actor: Actor,
  { name, reason, at = new Date() }: { readonly name: string; readonly reason: string; readonly at?: Date },
): Promise<Account> {
  refuseAny(checkReason(reason));
  const { account, offices } = await manageAccount(manager, actor, name);
  if (account.closedAt !== null) throw new Refusal('NOTHING_CHANGED', `账号“${name}”早已停用。`, ['name']);
  await manager.query('UPDATE account SET closed_at = $2 WHERE id = $1', [account.id, at.toISOString()]);
  await endSessions(manager, account.id);
  await appendAudit(manager, actor, at, [
    personEvent('PERSON_CLOSED', offices[0], { account: account.name }, reason.trim()),
  ]);
  return { ...account, closedAt: at };
}

/** Somebody comes back: with a first password, as at the beginning. */
export async function reopenAccount(
  manager: EntityManager,
  actor: Actor,
  name: string,
  at = new Date(),
): Promise<CreatedPerson> {
  const { account, offices } = await manageAccount(manager, actor, name);
  if (account.closedAt === null) throw new Refusal('NOTHING_CHANGED', `账号“${name}”没有停用。`, ['name']);
  await manager.query('UPDATE account SET closed_at = NULL WHERE id = $1', [account.id]);
  const password = await setFirstPassword(manager, account);
  await appendAudit(manager, actor, at, [
    personEvent('PERSON_REOPENED', offices[0], { account: account.name }),
  ]);
  return { account: { ...account, closedAt: null, passwordChangeRequired: true }, password };
}

/** A first password anew, for somebody who forgot hers or is locked out. */
export async function resetPassword(
  manager: EntityManager,
  actor: Actor,
  name: string,
  at = new Date(),
): Promise<CreatedPerson> {
  const { account, offices } = await manageAccount(manager, actor, name);
  if (account.closedAt !== null)
    throw new Refusal('PERSON_UNKNOWN', `账号“${name}”已停用。请先恢复账号。`, ['name']);
  const password = await setFirstPassword(manager, account);
  await appendAudit(manager, actor, at, [
    personEvent('PASSWORD_RESET', offices[0], { account: account.name }),
  ]);
  return { account: { ...account, passwordChangeRequired: true }, password };
}

async function setFirstPassword(manager: EntityManager, { id, name }: Account): Promise<string> {
  const { password, passwordHash } = await firstPassword();
  await manager.query(
    'UPDATE account SET password_hash = $2, password_change_required = true WHERE id = $1',
    [id, passwordHash],
  );
  await endSessions(manager, id);
  await forgetFailures(manager, name);
  return password;
}
