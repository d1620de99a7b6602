import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../filing/access/actor.js';
import { authenticate } from '../../filing/access/authenticate.js';
import { authenticateSession } from '../../filing/people/sessions.js';
import { sessionSecretOf } from './sessionCookie.js';

/** Where the actors of requests come from. */
export interface Doors {
  readonly database: DataSource;
  /** Whether the operator has turned 三员分立 on. */
  readonly separateDuties: boolean;
}

/** Who sends a request: a token, else whoever is signed in; null for nobody. */
export async function actorOf(
  request: FastifyRequest,
  { database, separateDuties }: Doors,
): Promise<Actor | null> {
  const from = { address: request.ip, requestId: request.id, separated: separateDuties };
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (token === undefined || token.length > 200) return null;
    return authenticate(database.manager, token, from);
  }
  const secret = sessionSecretOf(request);
  return secret ? authenticateSession(database.manager, secret, from) : null;
}
