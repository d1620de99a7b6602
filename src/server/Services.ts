import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { ReaderPool } from '../../importers/readerPool.js';
import type { Metrics } from './metrics.js';

/** What the routes work with. */
export interface Services {
  readonly database: DataSource;
  readonly pool: ReaderPool;
  readonly schema: GraphQLSchema;
  readonly metrics: Metrics;
  readonly log?: FastifyBaseLogger;
}
