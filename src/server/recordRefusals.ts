import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { recordCounted } from '../filing/audit/auditRefusal.js';
import { repeatedly } from './repeatedly.js';

const everyMilliseconds = 10_000;

/** Records refusals that were counted, by this server and by others, when their minute is over. */
export function recordRefusals(database: DataSource, log: FastifyBaseLogger): () => Promise<void> {
  return repeatedly(
    everyMilliseconds,
    () => recordCounted(database),
    (error) => log.warn(error, 'counted refusals were not recorded; tried again in ten seconds'),
  );
}
