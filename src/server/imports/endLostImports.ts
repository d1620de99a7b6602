import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { endLostRuns } from '../../filing/importing/runs/lostRuns.js';
import { repeatedly } from '../repeatedly.js';

const everyMilliseconds = 10_000;

/** Ends the imports, of this server and of others, on which nobody works any more, until the answer is called. */
export function endLostImports(database: DataSource, log: FastifyBaseLogger): () => Promise<void> {
  return repeatedly(
    everyMilliseconds,
    () => endLostRuns(database.manager),
    (error) => log.warn(error, 'lost imports were not ended; tried again in ten seconds'),
  );
}
