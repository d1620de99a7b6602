import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { ReaderPool } from '../../importers/worker/readerPool.js';
import type { TokenUses } from '../filing/audit/auditTokenUse.js';
import type { OidcSettings } from './oidc/OidcSettings.js';
import type { Metrics } from './metrics.js';
import type { RequestCounts } from './rates/RequestCounts.js';
import type { Reads } from './reads/Reads.js';
import type { RunningCollections } from './imports/RunningCollections.js';
import type { Uploads } from './imports/Uploads.js';

/** What the routes work with. */
export interface Services {
  readonly database: DataSource;
  /** Where it is read that may be a moment old. */
  readonly reads: Reads;
  /** How often each has asked of late. */
  readonly counts: RequestCounts;
  readonly pool: ReaderPool;
  readonly schema: GraphQLSchema;
  readonly metrics: Metrics;
  readonly tokenUses: TokenUses;
  readonly runningCollections: RunningCollections;
  readonly uploads: Uploads;
  /** 三员分立: the administrator keeps no settings, no accounts and no audit trail. */
  readonly separateDuties: boolean;
  /** null: people sign in with passwords alone. */
  readonly oidc: OidcSettings | null;
  /** Addresses below which webhooks may be. */
  readonly webhookTargets: readonly string[];
  readonly log?: FastifyBaseLogger;
}
