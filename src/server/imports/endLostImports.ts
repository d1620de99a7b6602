import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { endLostRuns } from '../../filing/importing/runs/lostRuns.js';

const everyMilliseconds = 10_000;

/** Ends the imports, of this server and of others, on which nobody works any more, until the answer is called. */
export function endLostImports(database: DataSource, log: FastifyBaseLogger): () => Promise<void> {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = endLostRuns(database.manager).catch((error: unknown) =>
      log.warn(error, 'lost imports were not ended; tried again in ten seconds'),
    );
  }, everyMilliseconds).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}
