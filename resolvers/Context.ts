import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../src/filing/actor.js';
import { reachOf, type Operation } from '../src/rights/operations.js';
import { Refusal } from '../src/filing/refusal.js';
import type { Loaders } from './loaders.js';

/** What every resolver is given. One a request. */
export interface Context {
  /** null when there is no token. */
  readonly actor: Actor | null;
  readonly database: DataSource;
  readonly loaders: Loaders;
}

/** The right to read, asked for by every query at the root. */
export function reading({ actor, database }: Context, operation: Operation): EntityManager {
  actorFor(actor, operation);
  return database.manager;
}

/** The right to act: the work runs in one transaction, in the name of the token. */
export function acting<Answer>(
  { actor, database }: Context,
  operation: Operation,
  work: (manager: EntityManager, actor: Actor) => Promise<Answer>,
): Promise<Answer> {
  const allowed = actorFor(actor, operation);
  return database.transaction((manager) => work(manager, allowed));
}

/** The actor with the reach of the operation; FORBIDDEN when its role may not do it. */
export function actorFor(actor: Actor | null, operation: Operation): Actor {
  const known = requireActor(actor);
  const reach = reachOf(known.role, operation);
  if (reach === undefined)
    throw new Refusal(
      'FORBIDDEN',
      `令牌“${known.name}”不能办理 ${operation.split('.').at(-1)}。请向管理员申请有相应角色的令牌。`,
    );
  return { ...known, reach };
}

export function requireActor(actor: Actor | null): Actor {
  if (actor === null)
    throw new Refusal(
      'UNAUTHENTICATED',
      '没有令牌，或令牌无效、已撤销。请在 Authorization 头中写 Bearer 和令牌；令牌由管理员用 nianbao token create 发放。',
    );
  return actor;
}
