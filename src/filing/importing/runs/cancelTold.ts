import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';

/** Longer than a run that somebody works on takes to notice that it was called off. */
const patienceMilliseconds = 3_000;
const everyMilliseconds = 50;

/**
 * Waits until a run that was called off says so in the file that was being read, in this process or another. Of one
 * that has not come to its first file, or that nobody works on any more, nothing is said; nor of a ledger, of which
 * nothing is stored then.
 */
export async function cancelTold(manager: EntityManager, id: string): Promise<void> {
  const until = performance.now() + patienceMilliseconds;
  while (performance.now() < until) {
    const [told] = await manager.query<object[]>(
      `SELECT FROM import_file WHERE run_id = $1 AND problems @> '[{"code": "IMPORT_CANCELLED"}]'
       UNION ALL SELECT FROM import_run WHERE id = $1 AND cases_read IS NOT NULL`,
      [id],
    );
    if (told) return;
    await pause(everyMilliseconds);
  }
}
