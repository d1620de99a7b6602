import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Actor } from '../filing/actor.js';
import { authenticate } from '../filing/tokens.js';
import { Refusal } from '../filing/refusal.js';
import { requireActor } from '../../resolvers/Context.js';
import { accessOf } from './accessRules.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** null on open routes. */
    actor: Actor | null;
  }
}

/** Denies by default: a route without a rule is not registered, a request without a token gets no data. */
export function guard(server: FastifyInstance, database: DataSource): void {
  server.decorateRequest('actor', null);
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat())
      if (accessOf(each, url) === undefined) throw new Error(`the route ${each} ${url} has no access rule`);
  });
  server.addHook('onRequest', async (request) => {
    const { url } = request.routeOptions;
    if (url === undefined) return;
    const access = accessOf(request.method, url);
    if (access === 'open') return;
    request.actor = requireActor(await actorOf(request, database));
    if (access !== 'token') throw new Refusal('NOT_FOUND', '没有这个地址。');
  });
}

async function actorOf(request: FastifyRequest, database: DataSource): Promise<Actor | null> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined || token.length > 200) return null;
  return authenticate(database.manager, token, { address: request.ip, requestId: request.id });
}
