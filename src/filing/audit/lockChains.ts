import type { EntityManager } from 'typeorm';
import { isDistributed } from '../../database/distribution/distributed.js';
import type { ChainEnd, LockedEnd } from './ChainEnd.js';
import { lockApart } from './lockApart.js';
import { sealed, sealing, type SealedEvent } from './seals.js';

/** The previous hash of the first entry of a chain. */
export const firstPreviousHash = '0'.repeat(64);

/**
 * Holds the ends of chains, so that nobody appends to them meanwhile, and seals what the events made: nothing of it
 * may change any more in this transaction.
 */
export async function lockChains(
  manager: EntityManager,
  names: readonly string[],
  events: readonly SealedEvent[] = [],
): Promise<Map<string, ChainEnd>> {
  const due = sealing(events);
  const ends = isDistributed(manager.dataSource)
    ? await lockApart(manager, names, due)
    : await lockKnown(manager, names, due);
  const known = new Set(ends.map(({ chain }) => chain));
  const missing = names.filter((name) => !known.has(name)).sort();
  if (missing.length > 0) await beginChains(manager, missing);
  const isSeen = missing.length === 0 && ends.every(({ length, seenLength }) => length === seenLength);
  // Whoever appended while this waited had changed rows first: they are looked at again.
  return isSeen ? new Map(ends.map((end) => [end.chain, end])) : lockChains(manager, names, events);
}

/** Always in the same order, so that two writers never wait for each other. */
function lockKnown(manager: EntityManager, names: readonly string[], due: string): Promise<LockedEnd[]> {
  return manager.query<LockedEnd[]>(
    `WITH seen AS MATERIALIZED (SELECT chain, length FROM audit_chain WHERE chain = ANY($1::text[])),
       held AS MATERIALIZED (
         SELECT * FROM audit_chain WHERE chain = ANY($1::text[]) ORDER BY chain FOR UPDATE),
       sealed AS (${sealed('$2')})
     SELECT held.chain, held.length, held.head, held.last_at AS "lastAt", seen.length AS "seenLength", sealed.seals,
       coalesce((SELECT algorithm FROM audit_setting), 'SHA-256') AS algorithm
     FROM held JOIN seen USING (chain) LEFT JOIN sealed USING (chain)`,
    [names, due],
  );
}

async function beginChains(manager: EntityManager, names: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO audit_chain (chain, length, head) SELECT name, 0, $2 FROM unnest($1::text[]) AS given(name)
     ON CONFLICT (chain) DO NOTHING`,
    [names, firstPreviousHash],
  );
}
