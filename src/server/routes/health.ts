import type { FastifyInstance } from 'fastify';
import { createProbe } from '../../database/probe.js';
import type { Services } from '../Services.js';

/** What asks whether to send people here asks often, and must not be turned away. */
const uncounted = { logLevel: 'warn', config: { rateLimit: false } } as const;

/** Whether the process lives, whether it can work, and how it is doing. */
export function healthRoutes(server: FastifyInstance, { database, metrics }: Services): void {
  const probe = createProbe(database);
  server.addHook('onClose', () => probe.close());

  server.get('/healthz', uncounted, async () => ({ status: 'ok' }));

  server.get('/readyz', uncounted, async (_request, reply) => {
    const state = await probe.state();
    if (state === 'READY') return { status: 'ok' };
    if (state === 'NOT_MIGRATED')
      return reply
        .code(503)
        .header('Retry-After', 60)
        .send({ status: 'unavailable', message: '数据库的表还没有更新。请运行 nianbao migrate。' });
    const { code, message, retryAfterSeconds } = state;
    return reply
      .code(503)
      .header('Retry-After', retryAfterSeconds)
      .send({ status: 'unavailable', code, message });
  });

  server.get('/metrics', async (_request, reply) => {
    void reply.type(metrics.registry.contentType);
    return metrics.registry.metrics();
  });

  server.addHook('onResponse', async (request, reply) => {
    metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });
}
