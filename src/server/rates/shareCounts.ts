import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { transactionsOf } from '../../database/transactionPlaces.js';
import type { RequestCounts } from './RequestCounts.js';

/** So much later one process knows what another was asked. */
const everyMilliseconds = 1_000;

/**
 * Counts together what all processes of the service are asked, until the answer is called: once a second, and only of
 * those who ask often, so that a request costs the database nothing.
 */
export function shareCounts(
  database: DataSource,
  counts: RequestCounts,
  log: FastifyBaseLogger,
): () => Promise<void> {
  // The embedded database serves one process.
  if (!transactionsOf(database) || counts.most === 0) return async () => undefined;
  const process = randomUUID();
  let last: Promise<void> | null = null;
  const timer = setInterval(() => {
    last ??= exchange(database, counts, process)
      .catch((error: unknown) =>
        log.warn({ err: error }, 'counts of requests were not shared; tried again in a second'),
      )
      .finally(() => {
        last = null;
      });
  }, everyMilliseconds).unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

async function exchange(database: DataSource, requests: RequestCounts, process: string): Promise<void> {
  const { minute, counts } = requests.told();
  if (counts.size === 0) return;
  const names = [...counts.keys()];
  const rows = await database.query<{ name: string | null; count: number; at: number }[]>(
    `WITH told AS (
       INSERT INTO request_count (minute, name, process, count)
       SELECT $1, given.name, $2, given.count FROM unnest($3::text[], $4::int[]) AS given (name, count)
       ON CONFLICT (minute, name, process) DO UPDATE SET count = excluded.count),
     past AS (DELETE FROM request_count WHERE minute < $1 - 1)
     SELECT heard.name, heard.count, extract(epoch FROM clock_timestamp())::float8 * 1000 AS at
     FROM (VALUES (1)) AS always LEFT JOIN (
       SELECT name, sum(count)::int AS count FROM request_count
       WHERE minute = $1 AND process <> $2 AND name = ANY($3) GROUP BY name) AS heard ON true`,
    [minute, process, names, [...counts.values()]],
  );
  const [first] = rows;
  if (!first) return;
  const heard = rows.flatMap(({ name, count }): [string, number][] => (name === null ? [] : [[name, count]]));
  requests.hear(minute, new Map(heard), first.at);
}
