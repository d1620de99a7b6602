import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Standbys } from '../database/standbys/Standbys.js';
import { createReaderPool, type ReaderPoolSettings } from '../../importers/worker/readerPool.js';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { recordAllCounted } from '../filing/audit/auditRefusal.js';
import { TokenUses } from '../filing/audit/auditTokenUse.js';
import { createServer, type ServerOptions } from './createServer.js';
import { dispatchWebhooks, type WebhookSettings } from './deliveries/dispatchWebhooks.js';
import { keepHeapSmall } from './keepHeapSmall.js';
import { recordRefusals } from './recordRefusals.js';
import { forgetHourly } from './forgetHourly.js';
import type { OidcSettings } from './oidc/OidcSettings.js';
import { createMetrics } from './metrics.js';
import { endLostImports } from './imports/endLostImports.js';
import { RequestCounts } from './rates/RequestCounts.js';
import { shareCounts } from './rates/shareCounts.js';
import { Reads } from './reads/Reads.js';
import { RunningCollections } from './imports/RunningCollections.js';
import { UploadFolder } from './imports/UploadFolder.js';
import { Uploads } from './imports/Uploads.js';

export interface ServiceSettings extends ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly pool?: ReaderPoolSettings;
  /** From one address, by one token, of one account, over all processes of the service; 0 is no limit. */
  readonly requestsPerMinute: number;
  /** Where large uploads lie until they are stored; in the system's folder for such things unless said otherwise. */
  readonly uploadFolder?: string;
  /** 三员分立; off unless the operator turns it on. */
  readonly separateDuties?: boolean;
  /** A second way in, where the operator has an OpenID provider. */
  readonly oidc?: OidcSettings | null;
  /** Hot standbys to read from; the caller's to close, as the database. */
  readonly standbys?: Standbys | null;
  /** Whom the service may tell of changes; nobody unless the operator says so. */
  readonly webhooks?: WebhookSettings;
}

export interface Service {
  /** http://127.0.0.1:4000 */
  readonly address: string;
  readonly server: FastifyInstance;
  /** Finishes the requests that are being answered, then ends the reading workers. */
  close(): Promise<void>;
}

/** Starts the service on a database whose tables are up to date. The database stays the caller's to close. */
export async function startService(database: DataSource, settings: ServiceSettings): Promise<Service> {
  keepHeapSmall();
  const pool = createReaderPool(settings.pool);
  const uploadFolder = new UploadFolder(settings.uploadFolder ?? join(tmpdir(), 'nianbao-uploads'));
  await uploadFolder.removeOld();
  const counts = new RequestCounts(settings.requestsPerMinute);
  const services = {
    database,
    reads: new Reads(database, settings.standbys ?? null),
    counts,
    pool,
    schema: await buildSchema(),
    metrics: createMetrics(),
    tokenUses: new TokenUses(database),
    runningCollections: new RunningCollections(),
    uploads: new Uploads(uploadFolder),
    separateDuties: settings.separateDuties ?? false,
    oidc: settings.oidc ?? null,
    webhookTargets: settings.webhooks?.targets ?? [],
  };
  const server = await createServer(services, settings);
  const stopForgetting = await forgetHourly(database, server.log);
  const stopSharing = shareCounts(database, counts, server.log);
  const stopEnding = endLostImports(database, server.log);
  const stopRecording = recordRefusals(database, server.log);
  const stopTelling = dispatchWebhooks(database, server.log, settings.webhooks ?? { targets: [] });
  async function close(): Promise<void> {
    // A client that neither sends on nor hangs up must not keep the service from ending.
    const impatient = setTimeout(() => server.server.closeAllConnections(), 10_000);
    await server.close();
    clearTimeout(impatient);
    await stopTelling();
    await stopForgetting();
    await stopEnding();
    await stopRecording();
    await stopSharing();
    await recordAllCounted(database).catch((error: unknown) =>
      server.log.error(error, 'refusals that were counted could not be recorded'),
    );
    await pool.close();
    await uploadFolder.close();
  }
  try {
    await server.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await close();
    throw error;
  }
  return { address: addressOf(server.server.address(), settings.host), server, close };
}

function addressOf(address: string | AddressInfo | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // Everywhere is no address that a browser can open.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
