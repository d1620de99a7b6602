import type { EntityManager } from 'typeorm';
import { isDistributed } from './distributed.js';

/**
 * A subquery whose columns are computed once a row, however often they are read outside of it. OFFSET 0 keeps the
 * planner from moving them out; a Citus would then collect the rows on one machine, where random() leaves them.
 */
export function computedOnce({ dataSource }: EntityManager, columns: string, from: string): string {
  return isDistributed(dataSource)
    ? `(SELECT ${columns}, random() ${from})`
    : `(SELECT ${columns} ${from} OFFSET 0)`;
}
