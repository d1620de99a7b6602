import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { requireActor } from '../../resolvers/edge/Context.js';
import type { Actor } from '../filing/access/actor.js';
import { auditRefusal } from '../filing/audit/auditRefusal.js';
import type { TokenUses } from '../filing/audit/auditTokenUse.js';
import { Refusal } from '../filing/refusal.js';
import { requireRight } from '../filing/access/requireRight.js';
import { authenticate } from '../filing/access/authenticate.js';
import { accessOf, type Access } from './accessRules.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** With the reach of the route; null on open routes. */
    actor: Actor | null;
  }
}

/** What routes are served with. */
interface Guarded {
  readonly database: DataSource;
  readonly tokenUses: TokenUses;
}

/**
 * Denies by default: a route without a rule is not registered, a request without a token or with one of
 * another role gets no data. What was refused is recorded where it would have changed something.
 */
export function guard(server: FastifyInstance, { database, tokenUses }: Guarded): void {
  server.decorateRequest('actor', null);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat())
      if (accessOf(each, url) === undefined) throw new Error(`the route ${each} ${url} has no access rule`);
  });
  server.addHook('onRequest', async (request) => {
    const access = accessTo(request);
    if (access === null || access === 'open') return;
    request.actor = requireActor(await actorOf(request, database));
    if (access === undefined) throw new Refusal('NOT_FOUND', '没有这个地址。');
    if (access === 'fields') return;
    request.actor = requireRight(request.actor, access);
    if (isReading(request)) await tokenUses.note(request.actor);
  });
  server.addHook('onError', async (request, _reply, error) => {
    const access = accessTo(request);
    if (!(error instanceof Refusal) || request.actor === null || isReading(request)) return;
    if (access && access !== 'open' && access !== 'fields')
      await auditRefusal(database, request.actor, { operation: access, code: error.code });
  });
}

/** null when there is no such route, undefined when it has no rule. */
function accessTo({ routeOptions: { url }, method }: FastifyRequest): Access | null | undefined {
  return url === undefined ? null : accessOf(method, url);
}

function isReading({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

async function actorOf(request: FastifyRequest, database: DataSource): Promise<Actor | null> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined || token.length > 200) return null;
  return authenticate(database.manager, token, { address: request.ip, requestId: request.id });
}
