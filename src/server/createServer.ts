import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { fastify, type FastifyInstance } from 'fastify';
import { answerBadAddress, answerError } from './answers/answerError.js';
import { contentPolicies } from './answers/contentPolicies.js';
import { guard } from './guard.js';
import { packageFolder } from './packageFolder.js';
import { apiRoutes } from './api/apiRoutes.js';
import { auditRoutes } from './routes/audit.js';
import { agencyRoutes } from './routes/agencies.js';
import { graphqlRoutes } from './routes/graphql.js';
import { deskPages } from './routes/deskPages.js';
import { healthRoutes } from './routes/health.js';
import { importRoutes } from './routes/imports.js';
import { oidcRoutes } from './routes/oidc.js';
import { playgroundRoutes } from './routes/playground.js';
import { reminderRoutes } from './routes/reminders.js';
import { reportRoutes } from './routes/reports.js';
import { sessionRoutes } from './routes/session.js';
import { analysisRoutes } from './routes/analyses.js';
import { summaryRoutes } from './routes/summaries.js';
import { methodsOf } from './answers/methodsOf.js';
import { requestIdOf } from './answers/requestIdOf.js';
import { logOptions, type LogStream, logRequests } from './answers/requestLog.js';
import { addressStore } from './rates/addressStore.js';
import { bodyRate } from './serverLimits.js';
import { slowBodies } from './slowBodies.js';
import { strictBodies } from './strictBodies.js';
import type { Services } from './Services.js';

export interface ServerOptions {
  /** pino's level, `silent` for none. */
  readonly logLevel: string;
  /** Where the log goes; standard output unless said otherwise. */
  readonly logStream?: LogStream;
  /** How slowly a body may come, where it differs from the usual. */
  readonly bodyRate?: typeof bodyRate;
  /** Behind reverse proxies, so many of them or those at these addresses: their X-Forwarded-For names the client. */
  readonly trustProxy: boolean | number | string[];
}

function trusted(proxies: ServerOptions['trustProxy']) {
  // The proxy next to the service is hop 0, whatever a client wrote into the header stands further back.
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}

/** Everything nianbao serves over HTTP, ready to listen. Closing it leaves database and pool to the caller. */
export async function createServer(services: Services, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    ...logOptions(options.logLevel, options.logStream),
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    trustProxy: trusted(options.trustProxy),
    bodyLimit: 1024 * 1024,
    // How fast a body must come is told by what watches it; a header comes at once.
    requestTimeout: 3_600_000,
    http: { headersTimeout: 60_000 },
    routerOptions: { maxParamLength: 1_000 },
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
  });

  logRequests(server);
  server.setErrorHandler(answerError);
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    // Whether there is TLS, only the operator's reverse proxy knows.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('Content-Security-Policy', contentPolicies.data).header('X-Request-Id', request.id);
  });
  const { counts } = services;
  if (counts.most > 0)
    await server.register(fastifyRateLimit, {
      max: counts.most,
      timeWindow: '1 minute',
      store: addressStore(counts),
    });
  await server.register(fastifyCookie);
  guard(server, services);
  slowBodies(server, options.bodyRate ?? bodyRate);
  strictBodies(server);
  await server.register(fastifyStatic, { root: packageFolder, serve: false });

  const methodsAt = methodsOf(server);
  healthRoutes(server, services);
  sessionRoutes(server, services);
  oidcRoutes(server, services);
  await graphqlRoutes(server, services);
  auditRoutes(server);
  await importRoutes(server, services);
  reportRoutes(server);
  agencyRoutes(server);
  reminderRoutes(server);
  summaryRoutes(server);
  analysisRoutes(server);
  await apiRoutes(server, services);
  playgroundRoutes(server);
  deskPages(server, { folder: join(packageFolder, 'dist/web'), methodsAt });
  return server;
}
