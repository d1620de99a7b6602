import type { FastifyInstance } from 'fastify';
import { isMigrated } from '../../database/dataSource.js';
import type { Services } from '../Services.js';

/** Whether the process lives, whether it can work, and how it is doing. */
export function healthRoutes(server: FastifyInstance, { database, metrics }: Services): void {
  let migrated = false;

  server.get('/healthz', async () => ({ status: 'ok' }));

  server.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    try {
      await database.query('SELECT 1');
      migrated ||= await isMigrated(database);
    } catch (error) {
      request.log.warn({ err: error }, 'the database does not answer');
      return reply.code(503).send({ status: 'unavailable', message: '数据库没有应答。' });
    }
    if (migrated) return { status: 'ok' };
    return reply
      .code(503)
      .send({ status: 'unavailable', message: '数据库的表还没有更新。请运行 nianbao migrate。' });
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
