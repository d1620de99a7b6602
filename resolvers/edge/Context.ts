import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../src/database/inTransaction.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { Refusal } from '../../src/filing/refusal.js';
import { requireRight } from '../../src/filing/access/requireRight.js';
import type { Operation } from '../../src/rights/operations.js';
import type { Loaders } from './loading.js';

/** What every resolver is given. One a request. */
export interface Context {
  /** null when there is neither a token nor a session. */
  readonly actor: Actor | null;
  readonly database: DataSource;
  /** With what is read: where it is written, or, for a query that may be a moment old, a standby. */
  readonly loaders: Loaders;
  /** Addresses below which webhooks may be. */
  readonly webhookTargets: readonly string[];
}

/** With what something is read, and in whose scope. */
export interface Reading {
  readonly manager: EntityManager;
  readonly actor: Actor;
}

/**
 * What a field at the root is resolved with. The guard asked for the right to it and made this: `actor` reaches as
 * far as that right does.
 */
export interface RootContext extends Context, Reading {
  readonly actor: Actor;
}

/** UNAUTHENTICATED without a token or a session, FORBIDDEN when its role may not. */
export function rootContext(context: Context, operation: Operation): RootContext {
  return { ...context, ...reading(context, operation) };
}

/** The right to read, for a field below the root: UNAUTHENTICATED without a token or a session, FORBIDDEN when its role may not. */
export function reading({ actor, loaders }: Context, operation: Operation): Reading {
  return { manager: loaders.manager, actor: requireRight(requireActor(actor), operation) };
}

/** The work of a mutation runs in one transaction, in the name of the token. */
export function acting<Answer>(
  { actor, database }: RootContext,
  work: (manager: EntityManager, actor: Actor) => Promise<Answer>,
): Promise<Answer> {
  return inTransaction(database, (manager) => work(manager, actor));
}

export function requireActor(actor: Actor | null): Actor {
  if (actor === null)
    throw new Refusal(
      'UNAUTHENTICATED',
      '没有登录，或登录已失效，请重新登录；对接的系统没有令牌，或令牌无效、已过期、已撤销，请在 Authorization 头中写 Bearer 和令牌（由管理员用 nianbao token create 发放）。',
    );
  return actor;
}
