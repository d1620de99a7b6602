import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { pino } from 'pino';

/** So long a line may wait for others, and so many characters are written at once. */
const pauseMilliseconds = 200;
const gathered = 4096;

/** Takes the log, a line at a time. */
export interface LogStream {
  write(line: string): unknown;
}

/** The log goes to standard output without anybody waiting for it. What is still here is written when the process ends. */
export function logOptions(level: string, given?: LogStream): FastifyServerOptions {
  // One line a request, when it is answered.
  const logController = new LogController({ disableRequestLogging: true });
  if (level === 'silent') return { logger: { level }, logController };
  const stream = given ?? standardOutput();
  return {
    logController,
    logger: {
      level,
      stream,
      // Addresses may hold names of agencies but no secrets; bodies, headers and file contents are not logged.
      serializers: { req: ({ method, url, ip }) => ({ method, path: url.split('?')[0], ip }) },
    },
  };
}

function standardOutput(): LogStream {
  const stream = pino.destination({ dest: 1, sync: false, minLength: gathered });
  setInterval(() => stream.flush(), pauseMilliseconds).unref();
  return stream;
}

export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, res: reply, responseTime: reply.elapsedTime }, 'request completed');
  });
}
