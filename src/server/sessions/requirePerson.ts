import type { FastifyRequest } from 'fastify';
import type { Actor, Person } from '../../filing/access/actor.js';
import { Refusal } from '../../filing/refusal.js';

/** Who is signed in; UNAUTHENTICATED for a token, which has no password and no offices. */
export function requirePerson({ actor }: Pick<FastifyRequest, 'actor'>): Actor & { readonly person: Person } {
  if (actor?.person) return { ...actor, person: actor.person };
  throw new Refusal('UNAUTHENTICATED', '没有登录，或登录已失效。请重新登录；令牌不能代替登录。');
}
