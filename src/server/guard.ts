import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { requireActor } from '../../resolvers/edge/Context.js';
import type { Actor } from '../filing/access/actor.js';
import { auditRefusal } from '../filing/audit/auditRefusal.js';
import type { TokenUses } from '../filing/audit/auditTokenUse.js';
import { Refusal } from '../filing/refusal.js';
import { isOperation } from '../rights/operations.js';
import { requireRight } from '../filing/access/requireRight.js';
import { accessOf, type Access } from './accessRules.js';
import type { RequestCounts } from './rates/RequestCounts.js';
import { isFresh, type Reads } from './reads/Reads.js';
import { actorOf, type Doors } from './sessions/actorOf.js';
import { isReading } from './sessions/isReading.js';
import { refuseCrossSite } from './sessions/refuseCrossSite.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** With the reach of the route; null on open routes. */
    actor: Actor | null;
    /** With what the route reads; null on open routes, and where something is changed. */
    reads: EntityManager | null;
  }
}

/** What routes are served with. */
interface Guarded extends Doors {
  readonly tokenUses: TokenUses;
  readonly reads: Reads;
  readonly counts: RequestCounts;
}

/**
 * Denies by default: a route without a rule is not registered, a request without a token or with one of
 * another role gets no data. What was refused is recorded where it would have changed something.
 */
export function guard(server: FastifyInstance, services: Guarded): void {
  const { database, tokenUses, reads, counts } = services;
  server.decorateRequest('actor', null);
  server.decorateRequest('reads', null);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat())
      if (accessOf(each, url) === undefined) throw new Error(`the route ${each} ${url} has no access rule`);
  });
  server.addHook('onRequest', async (request, reply) => {
    const access = accessTo(request);
    // Whoever may read data today may not tomorrow: nothing between keeps it, and it is asked for anew.
    if (access !== 'open') void reply.header('Cache-Control', 'private, no-cache');
    if (access !== null) refuseCrossSite(request);
    if (access === null || access === 'open') return;
    const actor = requireActor(await actorOf(request, services));
    // A token or an account that is used from many addresses is one.
    if (!counts.allows(`actor ${actor.name}`))
      throw new Refusal('TOO_MANY_REQUESTS', `“${actor.name}”的请求太频繁。请稍候一分钟再试。`);
    request.actor = actor;
    if (access === undefined) throw new Refusal('NOT_FOUND', '没有这个地址。');
    if (access === 'ownPassword') return;
    requireOwnPassword(request.actor);
    if (access === 'fields' || access === 'session') return;
    request.actor = requireRight(request.actor, access);
    if (!isReading(request)) return;
    await tokenUses.note(request.actor);
    request.reads = await reads.managerFor(request.actor, [access]);
  });
  server.addHook('onSend', async (request, reply) => {
    const { actor } = request;
    const access = accessTo(request);
    if (actor === null || !access || !isOperation(access) || reply.statusCode >= 500) return;
    if (!isReading(request) || isFresh([access])) await reads.note(actor);
  });
  server.addHook('onError', async (request, _reply, error) => {
    const access = accessTo(request);
    if (!(error instanceof Refusal) || request.actor === null || isReading(request)) return;
    if (access && isOperation(access))
      await auditRefusal(database, request.actor, { operation: access, code: error.code });
  });
}

/** Whoever was given a password sets one of her own before anything else. */
function requireOwnPassword({ person }: Actor): void {
  if (person?.passwordChangeRequired)
    throw new Refusal('PASSWORD_CHANGE_REQUIRED', '第一次登录或密码被重置之后，请先修改密码。');
}

/** null when there is no such route, undefined when it has no rule. */
function accessTo({ routeOptions: { url }, method }: FastifyRequest): Access | null | undefined {
  return url === undefined ? null : accessOf(method, url);
}
