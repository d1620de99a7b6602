import type { FastifyBaseLogger } from 'fastify';
import type { Context } from '../../../resolvers/edge/Context.js';

/** What resolvers are given, and what the log needs. */
export interface RequestContext extends Context {
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
}
