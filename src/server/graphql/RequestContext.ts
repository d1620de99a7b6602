import type { FastifyBaseLogger } from 'fastify';
import type { Context } from '../../../resolvers/edge/Context.js';

/** What resolvers are given, and what the log needs. */
export interface RequestContext extends Omit<Context, 'loaders'> {
  /** Chosen when it is known what is asked for. */
  loaders: Context['loaders'];
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
}
