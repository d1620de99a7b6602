import type { Agency } from '../../../entities/agencies/Agency.js';
import { actorWords, type Actor } from './actor.js';
import { reachRefusal } from './reach.js';
import { Refusal } from '../refusal.js';
import { reachOf, rolesOf, type Operation } from '../../rights/operations.js';
import { roleLabels, roles } from '../../rights/roles.js';

/** Whether the actor may do something to what is of an agency of its scope. */
export function mayAct(actor: Actor, operation: Operation, agency: Pick<Agency, 'id' | 'name'>): boolean {
  const reach = reachOf(actor.role, operation, actor.separated);
  return reach !== undefined && reachRefusal({ ...actor, reach }, agency) === undefined;
}

/** The actor with the reach of the operation; FORBIDDEN, with the roles that may, when its role may not do it. */
export function requireRight(actor: Actor, operation: Operation): Actor {
  const reach = reachOf(actor.role, operation, actor.separated);
  if (reach !== undefined) return { ...actor, reach };
  // Engineers know what they asked for by its name; people know what they pressed.
  const what = actor.person ? '这一项' : ` ${operation.replace(/^\w+\./, '')}`;
  const needed = `角色为“${roleLabels(rolesOf(operation, actor.separated))}”的${actor.person ? '账号' : '令牌'}`;
  throw new Refusal(
    'FORBIDDEN',
    `${actorWords(actor)}的角色是“${roles[actor.role].label}”，不能办理${what}。这要用${needed}；请向管理员申请。`,
  );
}
