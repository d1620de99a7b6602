import type { EntityManager } from 'typeorm';
import type { Id } from '../../../brands/brands.js';

/** A run says so often that somebody works on it, by the clock of the database: those of servers may be apart. */
export const beatMilliseconds = 5_000;
/** One that has said nothing for so long has lost its process, or that its database. */
const lostAfter = `interval '45 seconds'`;

const isLostRun = `status = 'RUNNING' AND (seen_at IS NULL OR seen_at < clock_timestamp() - ${lostAfter})`;

/** Somebody works on the run. One whose row is held is being worked on at this very moment. */
export async function beat(manager: EntityManager, id: Id<'Run'>): Promise<void> {
  await manager.query(
    `UPDATE import_run SET seen_at = clock_timestamp()
     WHERE id = (SELECT id FROM import_run WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED)`,
    [id],
  );
}

/** Whether nobody works any more on a run that has not ended. */
export async function isLost(manager: EntityManager, id: Id<'Run'>): Promise<boolean> {
  const [found] = await manager.query<{ lost: boolean }[]>(
    `SELECT ${isLostRun} AS lost FROM import_run WHERE id = $1`,
    [id],
  );
  return found?.lost === true;
}

/** Ends the runs that nobody works on any more. What they stored stays stored. */
export async function endLostRuns(manager: EntityManager): Promise<void> {
  await manager.query(
    `UPDATE import_run SET status = 'FAILED', changed_at = clock_timestamp()
     WHERE id IN (SELECT id FROM import_run WHERE ${isLostRun} FOR NO KEY UPDATE SKIP LOCKED)`,
  );
}

/** A request whose run has failed may be sent again: it is answered with a run of its own. */
export async function forgetFailed(manager: EntityManager, actor: string, key: string): Promise<void> {
  await manager.query(
    `DELETE FROM idempotent_answer WHERE key = $1 AND actor = $2 AND answer->>'status' = 'RUNNING'
       AND EXISTS (SELECT FROM import_run WHERE id::text = answer->>'id' AND status = 'FAILED')`,
    [key, actor],
  );
}
