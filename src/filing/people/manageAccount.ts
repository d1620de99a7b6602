import type { EntityManager } from 'typeorm';
import { Role } from '../../../entities/access/Role.js';
import type { Account } from '../../../entities/people/Account.js';
import { roles } from '../../rights/roles.js';
import { actorWords, type Actor } from '../access/actor.js';
import { isInScope, reachRefusal } from '../access/reach.js';
import { Refusal } from '../refusal.js';
import { lockAccount, officesOf, type Office } from './accounts.js';
import { shortened } from '../../text/shortened.js';

export interface ManagedAccount {
  readonly account: Account;
  readonly offices: readonly Office[];
}

/** Whose password a reviewer sets anew: those who report, not those who administer or look into what she does. */
const reporting: ReadonlySet<Role> = new Set([Role.FILER, Role.REVIEWER, Role.PUBLISHER, Role.READER]);

/**
 * The account of somebody all of whose offices the actor is over: whoever sets a password could act for each of
 * them. PERSON_UNKNOWN when none is in the scope, FORBIDDEN when one is not, or for one's own account.
 */
export async function manageAccount(
  manager: EntityManager,
  actor: Actor,
  name: string,
): Promise<ManagedAccount> {
  const account = await lockAccount(manager, name);
  const offices = account ? await officesOf(manager, [account.id]) : [];
  const { scope } = actor;
  const isKnown = scope === null || offices.some(({ path }) => path !== null && isInScope(scope, { path }));
  if (!account || !isKnown)
    throw new Refusal('PERSON_UNKNOWN', `没有账号“${shortened(name, 60)}”。请核对。`, ['name']);
  if (account.id === actor.person?.accountId)
    throw new Refusal('FORBIDDEN', '不能这样办理自己的账号。请由别的管理人员办理；改密码用“修改密码”。', [
      'name',
    ]);
  for (const office of offices) requireOver(actor, account, office);
  return { account, offices };
}

function requireOver(actor: Actor, { name }: Account, { agencyId, agencyName, path, role }: Office): void {
  const { scope } = actor;
  const isOver =
    scope === null ||
    (agencyId !== null &&
      path !== null &&
      isInScope(scope, { path }) &&
      reachRefusal(actor, { id: agencyId, name: agencyName ?? '' }) === undefined);
  if (!isOver)
    throw new Refusal(
      'FORBIDDEN',
      `账号“${name}”有不归您管的任职，${actorWords(actor)}不能办理。请由上级机关的管理人员办理。`,
      ['name'],
    );
  if (actor.role === Role.REVIEWER && !reporting.has(role))
    throw new Refusal(
      'FORBIDDEN',
      `账号“${name}”的角色是“${roles[role].label}”，审核人员不能办理。请由管理人员办理。`,
      ['name'],
    );
}
